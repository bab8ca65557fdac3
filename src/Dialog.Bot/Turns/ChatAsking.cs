using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Bot.Turns;

/// <summary>An editor asks a colleague a question from where they chat: the same assignment as from the desk.</summary>
internal sealed class ChatAsking(AssignmentOpener opener, OrganisationShelf organisations, TimeProvider time)
{
    /// <summary>The longest topic the desk takes.</summary>
    public const int MostTopic = 200;

    /// <summary>The hour of the day a text has to have left (domain.md §1.1: manusstopp 12.00).</summary>
    private static readonly TimeOnly DeadlineHour = new(12, 0);

    private static readonly TimeOnly LastMinute = new(23, 59);

    /// <summary>Today where the organisation is.</summary>
    public DateOnly Today => WallClock.Day(time.GetUtcNow(), organisations.Now.TimeZone);

    /// <summary>Opens the assignment and sends its opening; the same key opens it once.</summary>
    /// <param name="editor">Who asks.</param>
    /// <param name="channel">Where they ask, for the audit log.</param>
    /// <param name="person">Who is asked: the id, and the language they are asked in.</param>
    /// <param name="wanted">What is asked; without outlets it is the organisation's own.</param>
    /// <param name="key">Known by it when it comes again.</param>
    public async Task AskAsync(Glance editor, string channel, (string Id, string Language) person, ChatQuestion wanted, string key)
    {
        Door.Enter(new Door(channel, editor.PersonId, "editor"));
        await opener.OpenAsync(
            new Assignment
            {
                Id = AssignmentOpener.NewId(),
                Topic = wanted.Topic,
                Brief = wanted.Brief,
                PersonId = person.Id,
                Outlets = wanted.Outlets.Count > 0 ? [.. wanted.Outlets] : organisations.Now.DefaultOutlets,
                AdSize = wanted.Size,
                PublishOn = wanted.PublishOn,
                DeputyId = wanted.DeputyId == person.Id ? null : wanted.DeputyId,
                CopyDeadline = wanted.Deadline is { } day ? DeadlineOn(day).ToUniversalTime() : null,
                Language = person.Language,
                InTheirLanguage = true,
                EditorName = editor.Name,
            },
            key, CancellationToken.None);
    }

    /// <summary>Noon; who asks for today in the afternoon means what is left of the day.</summary>
    private DateTimeOffset DeadlineOn(DateOnly day) =>
        WallClock.At(day, DeadlineHour, organisations.Now.TimeZone) is var noon && noon > time.GetUtcNow() ? noon : WallClock.At(day, LastMinute, organisations.Now.TimeZone);
}

/// <summary>What an editor wants to have answered.</summary>
/// <param name="Topic">The question the readers see, at most <see cref="ChatAsking.MostTopic"/> characters.</param>
/// <param name="Brief">The editor's words to the person.</param>
/// <param name="Deadline">The day the text has to leave.</param>
/// <param name="Outlets">Codes of outlets.</param>
internal sealed record ChatQuestion(string Topic, string? Brief, DateOnly? Deadline, IReadOnlyList<string> Outlets)
{
    /// <summary>The booked size of the ad.</summary>
    public AdSize Size { get; init; } = AdSize.Quarter;

    /// <summary>The day in print, not before <see cref="Deadline"/>.</summary>
    public DateOnly? PublishOn { get; init; }

    /// <summary>Who is asked when the person is away until it is too late.</summary>
    public string? DeputyId { get; init; }
}
