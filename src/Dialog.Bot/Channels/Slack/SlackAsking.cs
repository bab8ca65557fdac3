using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Slack;

/// <summary>An editor asks somebody a question from Slack: by command or by form, the same assignment.</summary>
internal sealed class SlackAsking(AssignmentOpener opener, PeopleBook book, SlackPeople people, OrganisationShelf organisations, TimeProvider time)
{
    /// <summary>The longest topic the desk takes.</summary>
    public const int MostTopic = 200;

    /// <summary>The hour of the day a text has to have left (domain.md §1.1: manusstopp 12.00).</summary>
    private static readonly TimeOnly DeadlineHour = new(12, 0);

    /// <summary>Today where the organisation is.</summary>
    public DateOnly Today => WallClock.Day(time.GetUtcNow(), organisations.Now.TimeZone);

    /// <summary>Opens the assignment and sends its opening; the same key opens it once. Answers the person's name, if it is known.</summary>
    public async Task<string?> AskAsync(Glance editor, SlackSender sender, string user, string topic, string? brief, DateOnly? deadline, IReadOnlyList<string> outlets, string key)
    {
        var address = sender.Address with { User = user };
        var person = await book.FindOrAddAsync(address, CancellationToken.None);
        people.Meet(address);
        Door.Enter(new Door(Address.Slack, editor.PersonId, "editor"));
        await opener.OpenAsync(
            new Assignment
            {
                Id = AssignmentOpener.NewId(),
                Topic = topic,
                Brief = brief,
                PersonId = person.Id,
                Outlets = outlets.Count > 0 ? [.. outlets] : organisations.Now.DefaultOutlets,
                CopyDeadline = deadline is { } day ? WallClock.At(day, DeadlineHour, organisations.Now.TimeZone).ToUniversalTime() : null,
                Language = person.Language,
                EditorName = editor.Name,
            },
            key, CancellationToken.None);
        return person.Name;
    }
}
