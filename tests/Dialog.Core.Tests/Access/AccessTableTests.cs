using Dialog.Core.Access;

namespace Dialog.Core.Tests.Access;

public sealed class AccessTableTests
{
    [Fact]
    public void The_table_is_the_one_in_the_documents()
    {
        var roles = Enum.GetValues<ReviewRole>();
        string[] lines =
        [
            $"| | {string.Join(" | ", roles)} |",
            $"| --- |{string.Concat(Enumerable.Repeat(" --- |", roles.Length))}",
            .. Enum.GetValues<Act>().Select(act => $"| {act} | {string.Join(" | ", roles.Select(role => AccessTable.Of(role, act) switch { Whose.None => "–", Whose.Own => "own", Whose.Others => "others'", _ => "yes" }))} |"),
        ];

        Assert.Contains(string.Join('\n', lines), File.ReadAllText(Path.Combine(Root(), "docs", "access.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_listed_can_not_be_done()
    {
        Assert.All(Enum.GetValues<ReviewRole>(), role => Assert.All(Enum.GetValues<Act>(), act =>
        {
            Assert.False(AccessTable.May(role, act, Whose.None));
            Assert.False(AccessTable.May((ReviewRole)99, act, Whose.Own));
            Assert.False(AccessTable.May(role, (Act)99, Whose.Others));
        }));
    }

    [Fact]
    public void Nobody_but_the_respondent_has_rights_to_own_things_only_and_the_respondent_has_no_others()
    {
        Assert.All(Enum.GetValues<Act>(), act => Assert.False(AccessTable.May(ReviewRole.Respondent, act, Whose.Others)));
        Assert.All(Enum.GetValues<ReviewAction>(), action => Assert.NotEqual(Whose.None, AccessTable.Of(ReviewRole.Desk, AccessTable.ActOf(action)) | AccessTable.Of(ReviewRole.Respondent, AccessTable.ActOf(action))));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dialog.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Dialog.sln was not found above the tests.");
        }

        return folder.FullName;
    }
}
