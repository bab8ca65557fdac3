using Dialog.Core.Access;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts.ReviewTests;

public class TableTests
{
    /// <summary>Every status (rows) under every action (columns): compose edit restore acceptWarnings approve requestChanges schedule publish withdraw spike.</summary>
    private const string Ways = """
        Working          | InReview InReview InReview Working          Approved  ChangesRequested -         -         Withdrawn Spiked
        InReview         | InReview InReview InReview InReview         Approved  ChangesRequested -         -         Withdrawn Spiked
        ChangesRequested | InReview InReview InReview ChangesRequested Approved  ChangesRequested -         -         Withdrawn Spiked
        Approved         | InReview InReview InReview -                Approved  ChangesRequested Scheduled Published Withdrawn Spiked
        Scheduled        | InReview InReview InReview -                Scheduled ChangesRequested Scheduled Published Withdrawn Spiked
        Published        | -        InReview InReview -                -         -                -         -         Withdrawn -
        Corrected        | -        InReview InReview -                -         -                -         -         Withdrawn -
        Withdrawn        | InReview -        -        -                -         -                -         -         -         -
        Spiked           | -        -        InReview -                -         -                -         -         -         -
        """;

    /// <summary>Every role under every action; ! = until publication.</summary>
    private const string Doers = """
        Respondent    | ! ! - - ! ! - - ! -
        Editor        | - + + + - + + + + +
        Approver      | - - - - + + - - - -
        Desk          | - + + + + + + + + +
        Administrator | - - - - - - - - - -
        """;

    public static TheoryData<DraftStatus, ReviewAction, DraftStatus?> AllWays()
    {
        var data = new TheoryData<DraftStatus, ReviewAction, DraftStatus?>();
        foreach (var (status, actions) in Rows(Ways))
        {
            foreach (var (action, index) in Enum.GetValues<ReviewAction>().Select((action, index) => (action, index)))
            {
                data.Add(Enum.Parse<DraftStatus>(status), action, actions[index] == "-" ? null : Enum.Parse<DraftStatus>(actions[index]));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public void Every_status_and_action_leads_where_the_table_says(DraftStatus from, ReviewAction action, DraftStatus? to) =>
        Assert.Equal(to, ReviewTable.Next(from, action));

    [Fact]
    public void The_table_names_every_status_and_action()
    {
        Assert.Equal(Enum.GetNames<DraftStatus>(), Rows(Ways).Select(row => row.Name));
        Assert.All(Rows(Ways), row => Assert.Equal(Enum.GetValues<ReviewAction>().Length, row.Cells.Length));
    }

    [Fact]
    public void Every_role_does_what_its_row_says()
    {
        foreach (var (name, cells) in Rows(Doers))
        {
            foreach (var (action, index) in Enum.GetValues<ReviewAction>().Select((action, index) => (action, index)))
            {
                var role = Enum.Parse<ReviewRole>(name);
                Assert.Equal((name, action, cells[index] is "+" or "!"), (name, action, ReviewTable.May(role, action, DraftStatus.InReview)));
                Assert.Equal((name, action, cells[index] is "+"), (name, action, ReviewTable.May(role, action, DraftStatus.Published)));
            }
        }
    }

    private static IEnumerable<(string Name, string[] Cells)> Rows(string table) => table.Split('\n')
        .Select(line => line.Split('|'))
        .Select(row => (row[0].Trim(), row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
