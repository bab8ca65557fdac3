using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dialog.Bot.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the program.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<DialogDb>
{
    public DialogDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<DialogDb>().UseSqlite("Data Source=:memory:").Options);
}
