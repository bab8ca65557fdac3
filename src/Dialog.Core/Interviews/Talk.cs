using System.Collections.Immutable;
using System.Globalization;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>One turn in the making: the conversation as it becomes, and what is said and written down on the way. Lives no longer than the turn.</summary>
internal sealed class Talk(Conversation before, Incoming incoming, TurnContext context)
{
    private readonly ImmutableList<Outgoing>.Builder replies = ImmutableList.CreateBuilder<Outgoing>();
    private readonly ImmutableList<Fact>.Builder facts = ImmutableList.CreateBuilder<Fact>();
    private ImmutableDictionary<string, ReviewFile> reviews = context.Reviews.ToImmutableDictionary(file => file.AssignmentId);
    private readonly Conversation start = before;
    private Refusal? refused;

    public Conversation Now { get; set; } = before;

    public DateTimeOffset At => incoming.At;

    public TurnContext Context => context;

    public string Key => incoming.Key;

    public Interview? Interview => Now.CurrentInterview();

    public string Language => Interview is { State: not (InterviewState.Finished or InterviewState.Abandoned) } interview ? interview.Language : Now.Language;

    public BotTexts Texts => BotTexts.For(Language);

    public SurfaceTexts Surface => SurfaceTexts.For(Language);

    /// <summary>When the person is there, by what they have told.</summary>
    public Availability Own => new() { TimeZone = context.Respondent.TimeZone, Hours = context.Respondent.Hours ?? context.Organisation.Hours, Absences = Now.Absences };

    /// <summary>The same with the organisation's vacation: when the bot may disturb on its own accord.</summary>
    public Availability Person => context.Organisation.Plan.Vacation is { } weeks
        ? Own with { Vacations = [.. Enumerable.Range(At.Year - 1, 4).Select(year => Availability.SummerWeeks(year, weeks.First, weeks.Last))] }
        : Own;

    public WorkingCalendar Calendar => context.Organisation.Calendar;

    public string? FirstName => context.Respondent.Name?.Split(' ', 2)[0];

    public TurnResult Result => refused is null ? new(Now, [.. replies.SelectMany(Parts.Of)], facts.ToImmutable()) : new(start, [], []) { Refused = refused };

    /// <summary>The person as one who acts on own drafts.</summary>
    public Actor Self => new(ReviewRole.Respondent, context.Respondent.Id, context.Respondent.Name);

    /// <summary>The order that brought the turn about is not carried out; nothing else comes of it.</summary>
    public void Refuse(Refusal refusal) => refused = refusal;

    public void Note(Fact fact) => facts.Add(fact);

    /// <summary>The key of something mailed from this turn: the same turn taken again mails the same. It does not name whose turn it was to whom it is mailed.</summary>
    public string MailKey() => string.Create(CultureInfo.InvariantCulture, $"{Fact.MailKeyPrefix}{StableHash.Id(incoming.Key)}/{facts.Count}");

    public void Say(OutgoingKind kind, string text, Slot? slot = null) => Say(Message(kind, text, slot));

    /// <summary>Says something with buttons under it; from now on it is the open prompt.</summary>
    public void Ask(OutgoingKind kind, string text, Slot? slot, params (string Verb, string Label)[] choices) => Ask(kind, text, slot, lateFrom: null, choices);

    /// <summary>The same for something that should have been said at another instant; null when it is in time.</summary>
    public void Ask(OutgoingKind kind, string text, Slot? slot, DateTimeOffset? lateFrom, params (string Verb, string Label)[] choices)
    {
        if (choices.Length == 0)
        {
            Say(kind, text, slot);
            return;
        }

        var message = Prompt(kind, text, slot, choices) with { LateFrom = lateFrom };
        Say(message);
        Now = Now with { OpenPrompt = replies[^1] };
    }

    /// <summary>Says that something was changed, with a button to take it back, beside the open prompt; silence means yes.</summary>
    public void Echo(string text, Slot? slot, Change change)
    {
        var message = Prompt(OutgoingKind.Note, $"{text} {Texts.Amend.Right}", slot, (ChoiceValue.Yes, Texts.Buttons.Yes), (ChoiceValue.UndoOf(change.Number), Texts.Buttons.Undo));
        Say(message);
        Now = Now with { Echo = replies[^1], Confirming = Confirmation.Echo };
    }

    /// <summary>Says something with buttons that do what words do, beside the open prompt.</summary>
    public void Offer(string text, params (string Verb, string Label)[] wishes) => Say(Prompt(OutgoingKind.Note, text, null, wishes));

    public void Say(Outgoing message) => replies.Add(message);

    public Outgoing Message(OutgoingKind kind, string text, Slot? slot = null) =>
        new() { Kind = kind, Text = text, Language = Language, AssignmentId = Now.Current, Slot = slot };

    /// <summary>The buttons of the open prompt give way to the label that was pressed.</summary>
    public void Settle(Outgoing prompt, Choice choice)
    {
        replies.Add(prompt with { PromptId = null, Choices = [], Settles = prompt.PromptId, Chosen = choice.Label });
        Now = Now with { OpenPrompt = Now.OpenPrompt == prompt ? null : Now.OpenPrompt, Echo = Now.Echo == prompt ? null : Now.Echo };
    }

    public void Put(Interview interview)
    {
        var index = Now.Interviews.FindIndex(other => other.Id == interview.Id);
        Now = Now with { Interviews = index < 0 ? Now.Interviews.Add(interview) : Now.Interviews.SetItem(index, interview) };
    }

    public void Move(Interview interview, AssignmentState state)
    {
        Put(interview);
        Note(new Fact.AssignmentMoved(interview.Id, state));
    }

    /// <summary>Stores an answer's new revision. A warning whose sentence is gone is settled.</summary>
    public Interview Revise(Interview interview, Slot slot, Answer answer, RevisionKind kind, string? raw = null)
    {
        var revised = interview.With(slot, answer);
        revised = Guarding.Kept(revised);
        Put(revised);
        Note(new Fact.AnswerRevised(interview.Id, slot, answer.Revision, answer.Text) { Kind = kind, Raw = raw });
        return revised;
    }

    /// <summary>All that drafts can be made of, as the answers stand now; "vet ej" is none of it, however the question was left.</summary>
    public Material Material(Interview interview) => new()
    {
        Assignment = interview.Assignment,
        Answers = interview.Answers
            .Where(pair => !pair.Value.IsEmpty && pair.Value.Status == AnswerStatus.Given && pair.Key != Slot.Headline && !FollowUps.IsUnknown(pair.Value.Text, pair.Key, Lexicon.For(interview.Language)))
            .ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToMaterial()),
        Name = context.Respondent.Name,
        Title = context.Respondent.Title,
        Sender = context.Organisation.Sender,
        Struck = [.. interview.Struck],
        Accepted = reviews.TryGetValue(interview.Id, out var file) ? file.Accepted() : [],
        Proposals = interview.Proposals,
        Checks = new CheckContext(interview.Language, context.Respondent.Name, context.Organisation.Roster, context.Organisation.PublishedContacts),
        Outlets = context.Organisation.Outlets,
    };

    /// <summary>The assignment's drafts as they stand in this turn.</summary>
    /// <exception cref="InvalidOperationException">They were not loaded: <see cref="Turn.NeedsReview"/> did not name the assignment.</exception>
    public ReviewFile FileOf(string assignmentId) =>
        reviews.TryGetValue(assignmentId, out var file) ? file : throw new InvalidOperationException($"The drafts of {assignmentId} are not at hand.");

    /// <summary>Writes down what was done to a draft.</summary>
    public void NoteDraft(string assignmentId, ReviewedDraft? before, ReviewedDraft after)
    {
        var entries = after.Entries.RemoveRange(0, before?.Entries.Count ?? 0);
        if (entries.IsEmpty && before?.Status == after.Status)
        {
            return;
        }

        Note(new Fact.DraftReviewed(assignmentId, after.Id, after.Revisions.RemoveRange(0, before?.Revisions.Count ?? 0), entries, after.Status));
        if (reviews.TryGetValue(assignmentId, out var file))
        {
            reviews = reviews.SetItem(assignmentId, file with { Drafts = before is null ? file.Drafts.Add(after) : file.Drafts.Replace(before, after) });
        }
    }

    /// <summary>The drafts as the answers stand now.</summary>
    public ImmutableList<Draft> Compose(Interview interview) => Composer.Compose(Material(interview));

    private Outgoing Prompt(OutgoingKind kind, string text, Slot? slot, params (string Verb, string Label)[] choices)
    {
        var prompt = $"p{Now.Prompts + 1}";
        Now = Now with { Prompts = Now.Prompts + 1 };
        return Message(kind, text, slot) with
        {
            PromptId = prompt,
            Choices = [.. choices.Select((choice, index) => new Choice(ChoiceValue.Write(prompt, choice.Verb), choice.Label, Primary: index == 0 && kind is OutgoingKind.Opening or OutgoingKind.Reminder))],
        };
    }
}
