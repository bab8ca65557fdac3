using System.Globalization;
using System.Text.Json;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>
/// Tells those outside what a turn decided: an event becomes a message of the outbox in the turn's own transaction, one for each target, so that it is
/// sent if and only if it happened. It says what and which, never anybody's words or name.
/// </summary>
internal sealed class Hooks(IReadOnlyList<HookTarget> targets)
{
    /// <summary>The channel's name in the outbox.</summary>
    public const string Channel = "webhook";

    /// <summary>The events there are, as the configuration names them.</summary>
    public static readonly string[] Events = ["answered", "drafted", "approved", "published"];

    public IReadOnlyList<HookTarget> Targets => targets;

    /// <summary>Writes the messages; gives back whose there are some for.</summary>
    public IReadOnlyCollection<string> Write(Session session, string personId, Incoming what, TurnResult result)
    {
        var told = new HashSet<string>();
        if (targets.Count == 0)
        {
            return told;
        }

        var number = 0;
        foreach (var (name, type, data) in Happened(personId, result.Facts))
        {
            var body = JsonSerializer.Serialize(new Event(type, what.At, data), JsonSerializerOptions.Web);
            foreach (var target in targets.Where(target => target.Events.Contains(name)))
            {
                new OutboxRow
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{what.Key}/{target.Owner}:{number}"),
                    PersonId = target.Owner,
                    Channel = Channel,
                    Workspace = target.Name,
                    User = type,
                    Body = StateJson.Write(new Outgoing { Kind = OutgoingKind.Event, Text = body, Language = "en" }),
                    Status = OutboxStatus.Pending,
                    NextAt = what.At,
                    CreatedAt = what.At,
                }.Write(session);
                told.Add(target.Owner);
            }

            number++;
        }

        return told;
    }

    private static IEnumerable<(string Name, string Type, object Data)> Happened(string personId, IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is Fact.AssignmentMoved { State: AssignmentState.Submitted } moved)
            {
                yield return ("answered", "assignment.answered", new Answered(moved.AssignmentId, personId));
            }
            else if (fact is Fact.DraftReviewed reviewed)
            {
                foreach (var entry in reviewed.Entries)
                {
                    var name = entry.Action switch
                    {
                        ReviewAction.Compose => "drafted",
                        ReviewAction.Approve when reviewed.Status is DraftStatus.Approved or DraftStatus.Scheduled && entry == reviewed.Entries.FindLast(other => other.Action == ReviewAction.Approve) => "approved",
                        ReviewAction.Publish => "published",
                        _ => null,
                    };
                    if (name is not null)
                    {
                        yield return (name, $"draft.{name}", new Drafted(reviewed.AssignmentId, reviewed.DraftId, entry.Revision, entry.Hash, reviewed.Status, entry.Url));
                    }
                }
            }
        }
    }

    private sealed record Event(string Type, DateTimeOffset Timestamp, object Data);

    private sealed record Answered(string AssignmentId, string PersonId);

    private sealed record Drafted(string AssignmentId, string DraftId, int Revision, string Hash, DraftStatus Status, string? Url);
}
