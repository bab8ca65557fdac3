using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>When and where a person's own page is drawn anew: soon after what it shows changed, for those who look at it.</summary>
internal static class HomePages
{
    /// <summary>Changes within this time are drawn together.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    /// <summary>Who has not looked for so long sees the page anew when they come back: opening it draws it.</summary>
    private static readonly TimeSpan StillLooking = TimeSpan.FromDays(7);

    /// <summary>The page shows something of this.</summary>
    public static bool Shows(Fact fact) => fact is Fact.AssignmentOpened or Fact.OrderChanged or Fact.AssignmentMoved or Fact.AnswerRevised or Fact.DraftReviewed or Fact.LanguageChosen;

    /// <summary>The person's addresses where the page was looked at lately.</summary>
    public static Task<List<AddressRow>> OfAsync(Session session, string personId, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync(
        $"""SELECT {AddressRow.Columns} FROM "Addresses" a WHERE a."PersonId" = $1 AND a."HomeSeenAt" > $2""",
        [personId, now - StillLooking],
        row => AddressRow.Read(row, 0),
        cancellationToken);
}
