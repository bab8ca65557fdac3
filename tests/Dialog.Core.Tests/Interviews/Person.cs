using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>A person in conversation with the bot: takes turns one after the other and remembers what came out.</summary>
internal sealed class Person
{
    private static readonly DateTimeOffset Morning = new(2027, 2, 5, 9, 5, 0, TimeSpan.FromHours(1));

    private TurnContext context;
    private readonly List<Due> due = [];
    private int events;

    public Person(string language = "sv")
    {
        context = new TurnContext(
            new Respondent("mattias", "Mattias Jansson", "kommunchef", language, "Europe/Stockholm"),
            new Organisation { Name = "Katrineholms kommun", Language = language, TimeZone = "Europe/Stockholm" },
            QuestionSets.BuiltIn);
        Conversation = new Conversation { Language = language };
    }

    public Person(TurnContext context, DateTimeOffset now)
    {
        this.context = context;
        Now = now;
        Conversation = new Conversation { Language = context.Organisation.Language };
    }

    public TurnContext Context => context;

    public Conversation Conversation { get; set; }

    public DateTimeOffset Now { get; private set; } = Morning;

    public List<Outgoing> Heard { get; } = [];

    public List<Fact> Facts { get; } = [];

    /// <summary>What was heard, and when.</summary>
    public List<(DateTimeOffset At, Outgoing Said)> Log { get; } = [];

    /// <summary>What was written down, and when.</summary>
    public List<(DateTimeOffset At, Fact Noted)> Notes { get; } = [];

    public IReadOnlyList<Due> Waiting => due;

    /// <summary>The drafts of all assignments as the store would have them.</summary>
    public List<ReviewedDraft> Drafts { get; } = [];

    /// <summary>What staff wrote about passages.</summary>
    public List<PassageComment> Comments { get; } = [];

    /// <summary>Editors and approvers.</summary>
    public List<Reviewer> Staff { get; } = [];

    /// <summary>Why the last turn was refused.</summary>
    public Refusal? Refused { get; private set; }

    public Interview Interview => Conversation.CurrentInterview()!;

    public static Assignment Assignment(string id = "a1", string language = "sv", Track track = Track.Standard) => new()
    {
        Id = id,
        Topic = language == "sv" ? "Varför twittrar kommunchefen?" : "Why does the director tweet?",
        PersonId = "mattias",
        Language = language,
        Track = track,
        Outlets = ["ad", "x", "web"],
    };

    public IReadOnlyList<Outgoing> Gets(Assignment assignment) => Take(new Incoming.Assigned(assignment) { Key = Key(), At = Now });

    /// <summary>What is written down of the person's language; the channel or the desk may say so between two turns.</summary>
    public void Reads(string language) => context = context with { Respondent = context.Respondent with { Language = language } };

    /// <summary>What the person has published, for turns that look it up.</summary>
    public void Knows(Earlier earlier) => context = context with { Earlier = [earlier] };

    /// <summary>An editor changes the order.</summary>
    public IReadOnlyList<Outgoing> GetsChange(OrderChange change, string assignment = "a1", OrderSeen? seen = null) =>
        Take(new Incoming.OrderChanged(assignment, change) { Key = Key(), At = Now, Seen = seen });

    public IReadOnlyList<Outgoing> Arrives() => Take(new Incoming.Arrived { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> Sends(int attachments) => Take(new Incoming.Said("", $"m{events}") { Key = Key(), At = Now, Attachments = attachments });

    public IReadOnlyList<Outgoing> Says(string text, string? messageId = null) => Take(new Incoming.Said(text, messageId ?? $"m{events}") { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> Edits(string messageId, string text) => Take(new Incoming.Edited(text, messageId) { Key = Key(), At = Now });

    /// <summary>Saves an answer in a form.</summary>
    public IReadOnlyList<Outgoing> Rewrites(Slot slot, string text, string assignment = "a1") => Take(new Incoming.Rewritten(assignment, slot, text) { Key = Key(), At = Now });

    /// <summary>A form did not open.</summary>
    public IReadOnlyList<Outgoing> Misses(bool canWrite) => Take(new Incoming.FormMissed(canWrite) { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> Deletes(string messageId) => Take(new Incoming.Deleted(messageId) { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> Presses(string value) => Take(new Incoming.Chose(value) { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> Picks(string assignment) => Take(new Incoming.Picked(assignment) { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> PutsOff(string assignment) => Take(new Incoming.PutOff(assignment) { Key = Key(), At = Now });

    public IReadOnlyList<Outgoing> PressesLabel(string label) =>
        Presses(Heard.Last(message => message.Choices.Count > 0).Choices.Single(choice => choice.Label == label).Value);

    /// <summary>Says something and waits until the bot has judged it.</summary>
    public IReadOnlyList<Outgoing> Answers(string text)
    {
        var at = Heard.Count;
        Says(text);
        Quiet();
        return Heard[at..];
    }

    /// <summary>The clock on the wall moves on; what is due on the way does not come.</summary>
    public void At(DateTimeOffset now) => Now = now > Now ? now : Now;

    /// <summary>The bot's turn to speak, if it waits for silence.</summary>
    public void IsQuiet()
    {
        if (due.Find(d => d.Name == Due.Quiet) is { } quiet)
        {
            due.Remove(quiet);
            Take(new Incoming.DueCame(quiet) { Key = Key(), At = quiet.At });
        }
    }

    /// <summary>Says nothing for a minute.</summary>
    public IReadOnlyList<Outgoing> Quiet() => Waits(TimeSpan.FromMinutes(1));

    /// <summary>Time passes; what is due on the way comes.</summary>
    public IReadOnlyList<Outgoing> Waits(TimeSpan time)
    {
        var at = Heard.Count;
        var until = Now + time;
        while (due.Where(d => d.At <= until).MinBy(d => d.At) is { } next)
        {
            due.Remove(next);
            Now = next.At > Now ? next.At : Now;
            Take(new Incoming.DueCame(next) { Key = Key(), At = Now });
        }

        Now = until;
        return Heard[at..];
    }

    /// <summary>Somebody who has said yes and hears the first question.</summary>
    public static Person Asked(string language = "sv", Track track = Track.Standard)
    {
        var person = new Person(language);
        person.Gets(Assignment(language: language, track: track));
        person.PressesLabel(language == "en" ? "Go ahead" : "Kör");
        return person;
    }

    public string Answer(Slot slot) => Interview.AnswerIn(slot).Text;

    /// <summary>The draft for an outlet.</summary>
    public ReviewedDraft Draft(string outlet, string assignment = "a1") => Drafts.Single(draft => draft.Id == ReviewedDraft.IdOf(assignment, outlet));

    /// <summary>Somebody wants something done to a draft.</summary>
    public IReadOnlyList<Outgoing> Hears(ReviewOrder order, string assignment = "a1") => Take(new Incoming.Reviewed(assignment, [order]) { Key = Key(), At = Now });

    /// <summary>The program was down until then: what is due comes now, in order.</summary>
    public IReadOnlyList<Outgoing> WakesUp(DateTimeOffset now)
    {
        var at = Heard.Count;
        Now = now;
        while (due.Where(d => d.At <= now).MinBy(d => d.At) is { } next)
        {
            due.Remove(next);
            Take(new Incoming.DueCame(next) { Key = Key(), At = Now });
        }

        return Heard[at..];
    }

    /// <summary>Anything that comes by mail.</summary>
    public IReadOnlyList<Outgoing> Receives(Incoming incoming) => Take(incoming with { Key = $"{Fact.MailKeyPrefix}{Key()}", At = Now });

    /// <summary>From now on the conversation is with somebody else.</summary>
    public void Becomes(string id)
    {
        context = context with { Respondent = context.Respondent with { Id = id, Name = null } };
        Staff.Add(new Reviewer(id, null, Editor: false, Approver: true));
    }

    private ReviewFile FileOf(string assignment) => new(assignment, "mattias", [.. Drafts.Where(draft => draft.Id.StartsWith($"{assignment}-", StringComparison.Ordinal))], [.. Staff]) { Comments = [.. Comments] };

    private void Store(Fact.DraftReviewed reviewed)
    {
        var index = Drafts.FindIndex(draft => draft.Id == reviewed.DraftId);
        if (index < 0)
        {
            Drafts.Add(new ReviewedDraft { Id = reviewed.DraftId, Revisions = reviewed.Revisions, Entries = reviewed.Entries, Status = reviewed.Status });
            return;
        }

        var before = Drafts[index];
        Drafts[index] = before with { Revisions = before.Revisions.AddRange(reviewed.Revisions), Entries = before.Entries.AddRange(reviewed.Entries), Status = reviewed.Status };
    }

    private string Key() => $"e{++events}";

    private ImmutableList<Outgoing> Take(Incoming incoming)
    {
        var context = this.context with { Reviews = [.. Turn.NeedsReview(Conversation, incoming).Select(FileOf)] };
        var result = Turn.Take(Conversation, incoming, context);
        Assert.Equivalent(result.Replies, Turn.Take(Conversation, incoming, context).Replies);
        Refused = result.Refused;
        Conversation = result.After;
        foreach (var fact in result.Facts)
        {
            switch (fact)
            {
                case Fact.DueSet set:
                    due.RemoveAll(d => d.Name == set.Due.Name);
                    due.Add(set.Due);
                    break;
                case Fact.LanguageChosen chosen:
                    Reads(chosen.Language);
                    break;
                case Fact.DraftReviewed reviewed:
                    Store(reviewed);
                    break;
                case Fact.DueCancelled cancelled:
                    due.RemoveAll(d => d.Name.StartsWith(cancelled.NamePrefix, StringComparison.Ordinal));
                    break;
            }
        }

        Facts.AddRange(result.Facts);
        Log.AddRange(result.Replies.Select(reply => (Now, reply)));
        Notes.AddRange(result.Facts.Select(fact => (Now, fact)));
        Heard.AddRange(result.Replies);
        return result.Replies;
    }
}
