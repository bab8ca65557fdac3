using System.Collections.Immutable;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>What a person may see of their own at one look, for a channel's page, form or command. Reads only.</summary>
internal sealed class Glances(IDbContextFactory<DialogDb> databases, Database database, QuestionShelf shelf, OrganisationShelf organisations)
{
    /// <summary>Assignments looked at, newest first.</summary>
    private const int MostAssignments = 20;

    /// <summary>Null when the address is not known.</summary>
    public async Task<Glance?> FindAsync(Address address, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Addresses.FindAsync([address.Channel, address.Workspace, address.User], cancellationToken) is not { PersonId: var personId } at
            || await db.People.FindAsync([personId], cancellationToken) is not { } person)
        {
            return null;
        }

        var assignments = await db.Assignments.AsNoTracking().Where(a => a.PersonId == personId).OrderByDescending(a => a.CreatedAt).Take(MostAssignments).ToListAsync(cancellationToken);
        var ids = assignments.ConvertAll(assignment => assignment.Id);
        var answers = (await db.Answers.AsNoTracking().Where(a => ids.Contains(a.AssignmentId)).ToListAsync(cancellationToken))
            .GroupBy(a => (a.AssignmentId, a.Slot)).Select(revisions => revisions.MaxBy(a => a.Revision)!).Where(a => a.Text.Length > 0).ToLookup(a => a.AssignmentId);
        var drafts = (await db.Drafts.AsNoTracking().Where(d => ids.Contains(d.AssignmentId)).ToListAsync(cancellationToken))
            .GroupBy(d => d.Id).Select(revisions => revisions.MaxBy(d => d.Revision)!).ToLookup(d => d.AssignmentId);
        var state = await db.Conversations.AsNoTracking().Where(c => c.PersonId == personId).Select(c => c.State).SingleOrDefaultAsync(cancellationToken);
        var talk = state is null ? null : StateJson.Read<Conversation>(state);
        var about = talk?.CurrentInterview() is { IsActive: true } current ? current.Id : null;
        var sets = await database.ReadAsync((session, token) => shelf.ForAsync(session, talk ?? new Conversation { Language = person.Language }, token), cancellationToken);
        return new Glance(person.Id, person.Name, person.Roles.Split(',').ToImmutableList(), talk?.Language ?? person.Language, People.ZoneOf(person, organisations.Now))
        {
            CanBeReached = at.IsOpen,
            Items = assignments.ConvertAll(row => new GlanceItem(
                row.Id, row.Topic, row.State, row.CopyDeadline,
                [.. answers[row.Id].OrderBy(a => a.Slot).Select(a => new GlanceAnswer(a.Slot, Label(sets, talk, a), a.Text) { Revision = a.Revision })],
                [.. drafts[row.Id].Select(d => new GlanceDraft(d.Id, organisations.Now.Outlets.Known(d.Outlet)?.Name(talk?.Language ?? person.Language) ?? d.Outlet, d.Revision, d.Status, StateJson.Read<Draft>(d.Body)))])),
            Talk = talk,
            Question = await db.Messages.AsNoTracking()
                .Where(m => m.PersonId == personId && !m.Incoming && (about == null || m.AssignmentId == about) && (m.Kind == "question" || m.Kind == "followUp" || m.Kind == "opening" || m.Kind == "reminder"))
                .OrderByDescending(m => m.Seq).Select(m => m.Text).FirstOrDefaultAsync(cancellationToken),
        };
    }

    /// <summary>The newest finished talks that readers may react to: the person's own, for an editor everybody's.</summary>
    public async Task<IReadOnlyList<GlanceTopic>> FinishedAsync(Glance glance, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await (
            from assignment in db.Assignments.AsNoTracking()
            where assignment.State == AssignmentState.Submitted || assignment.State == AssignmentState.Completed
            where glance.IsEditor || assignment.PersonId == glance.PersonId
            join person in db.People on assignment.PersonId equals person.Id
            orderby assignment.MovedAt descending
            select new GlanceTopic(assignment.Id, assignment.Topic, person.Name)).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The question word the talk used; the newest set's when the talk is not known any more.</summary>
    private static string Label(QuestionSets sets, Conversation? talk, AnswerRow answer)
    {
        var interview = talk?.Interviews.Find(other => other.Id == answer.AssignmentId);
        var set = interview is null ? sets.Newest : sets[interview.QuestionSet];
        return set.Texts(interview?.Language ?? talk?.Language ?? "sv", answer.Slot).Label;
    }
}

/// <summary>A person with what is theirs.</summary>
internal sealed record Glance(string PersonId, string? Name, ImmutableList<string> Roles, string Language, string TimeZone)
{
    /// <summary>Nothing is known that keeps a message from getting to the address they were found by.</summary>
    public bool CanBeReached { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<GlanceItem> Items { get; init; } = [];

    /// <summary>The conversation; null before the first word.</summary>
    public Conversation? Talk { get; init; }

    /// <summary>The bot's newest question, of the talk that is under way if one is.</summary>
    public string? Question { get; init; }

    /// <summary>What an answer is about now: the same as long as the talk is at the same question. One that has ended asks nothing.</summary>
    public string Place => Talk?.CurrentInterview() is { IsActive: true } current ? $"{current.Id}|{current.Slot}" : "|";

    public string? FirstName => Name?.Split(' ', 2)[0];

    /// <summary>May open assignments and read drafts of others.</summary>
    public bool IsEditor => Roles.Contains("editor") || Roles.Contains("admin");

    /// <summary>Questions that wait for the person.</summary>
    public IEnumerable<GlanceItem> Open => Items.Where(item => item.State is AssignmentState.Assigned or AssignmentState.InProgress);
}

/// <summary>One of the person's assignments.</summary>
internal sealed record GlanceItem(string Id, string Topic, AssignmentState State, DateTimeOffset? Deadline, ImmutableList<GlanceAnswer> Answers, ImmutableList<GlanceDraft> Drafts);

/// <summary>Something that was talked about, and with whom.</summary>
internal sealed record GlanceTopic(string Id, string Topic, string? Person);

/// <summary>An answer as it stands.</summary>
internal sealed record GlanceAnswer(Slot Slot, string Label, string Text)
{
    /// <summary>Another one after every change.</summary>
    public int Revision { get; init; }
}

/// <summary>A draft as it stands.</summary>
internal sealed record GlanceDraft(string Id, string Outlet, int Revision, DraftStatus Status, Draft Draft);
