using Dialog.Bot.Store;
using Npgsql;

namespace Dialog.Bot.Tests.Store;

public sealed class PostgreSqlConnectionTests
{
    [Fact]
    public void What_the_connection_string_says_holds_and_what_it_leaves_out_is_set()
    {
        var own = new NpgsqlConnectionStringBuilder(PostgreSqlDatabase.Completed("Host=db;MaxPoolSize=9;Max Auto Prepare=0;Application Name=town", connections: 48));
        var ours = new NpgsqlConnectionStringBuilder(PostgreSqlDatabase.Completed("Host=db", connections: 48));

        Assert.Equal((9, 0, "town"), (own.MaxPoolSize, own.MaxAutoPrepare, own.ApplicationName));
        Assert.Equal((48, 100, 2, "Dialog"), (ours.MaxPoolSize, ours.MaxAutoPrepare, ours.AutoPrepareMinUsages, ours.ApplicationName));
    }
}
