using Dialog.Bot.Api;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Api;

/// <summary>Assignments from a table.</summary>
public sealed class ImportTableTests
{
    [Fact]
    public async Task Nobody_is_their_own_deputy()
    {
        await using var house = await House.BuildAsync();
        var (one, other) = ((await house.AddPersonAsync("U1")).Id, (await house.AddPersonAsync("U2")).Id);
        await using var db = house.OpenStore();
        var table = await ImportTable.ReadAsync($"topic;person;deputy;publishOn\nSnön;{one};{one};2027-04-29\nBadet;{one};{other};2027-04-29\n", db, house.Organisation, TestContext.Current.CancellationToken);

        Assert.Equal([("line 2", "deputy: The deputy has to be somebody else.")], table.Problems.All);
    }
}
