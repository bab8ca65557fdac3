using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Bot.Turns;

/// <summary>An interview of nobody, to try the questions: taken anew from what was said, kept nowhere, sent to nobody.</summary>
internal static class SandboxTalk
{
    /// <summary>Longer talks are not tried.</summary>
    public const int MostLines = 60;

    /// <summary>Instants that a person who waits a while would see pass.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Any day will do: the same lines give the same talk.</summary>
    private static readonly DateTimeOffset Begin = new(2027, 2, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The talk after these lines of the person's, each a text or the value of a button.</summary>
    /// <param name="sets">The questions, those that are tried the newest.</param>
    /// <param name="organisation">Who asks.</param>
    /// <param name="topic">The question that is asked.</param>
    /// <param name="name">What the person is called.</param>
    /// <param name="track">How long the interview is.</param>
    /// <param name="language">sv or en.</param>
    /// <param name="lines">What the person said and pressed, in order.</param>
    public static IReadOnlyList<SandboxLine> Take(QuestionSets sets, Organisation organisation, string topic, string name, Track track, string language, IEnumerable<SandboxLine> lines)
    {
        var context = new TurnContext(new Respondent("sandbox", name, Title: null, language, organisation.TimeZone), organisation, sets);
        var assignment = new Assignment { Id = "sandbox", Topic = topic, PersonId = "sandbox", Language = language, Outlets = organisation.DefaultOutlets, Track = track };
        var (talk, now, shown) = (new Conversation { Language = language }, Begin, new List<(SandboxLine Line, Outgoing? Asks)>());
        Tell(new Incoming.Assigned(assignment) { Key = "sandbox/0", At = now });
        foreach (var (line, number) in lines.Take(MostLines).Select((line, index) => (line, index + 1)))
        {
            now += TimeSpan.FromMinutes(1);
            shown.Add((line.Value is null ? line : line with { Text = shown.SelectMany(other => other.Line.Choices).LastOrDefault(choice => choice.Value == line.Value)?.Label ?? line.Text }, null));
            var key = $"sandbox/{number}";
            Tell(line.Value is { } value ? new Incoming.Chose(value) { Key = key, At = now } : new Incoming.Said(line.Text, key) { Key = key, At = now });
        }

        return shown.ConvertAll(one => one.Line with { Choices = one.Asks is null ? [] : talk.Pressable(one.Asks) });

        void Tell(Incoming what)
        {
            var due = new Queue<Incoming>([what]);
            for (var turns = 0; due.TryDequeue(out var next) && turns < 10; turns++)
            {
                var result = Turn.Take(talk, next, context);
                talk = result.After;
                foreach (var reply in result.Replies.Where(reply => reply.Kind != OutgoingKind.Home))
                {
                    if (reply.Settles is { } settled)
                    {
                        shown = shown.ConvertAll(one => one.Asks?.PromptId == settled ? (one.Line, null) : one);
                    }
                    else
                    {
                        shown.Add((new SandboxLine(reply.Text, Value: null, FromBot: true) { Choices = reply.Choices, Drafts = reply.Drafts }, reply));
                    }
                }

                foreach (var instant in result.Facts.OfType<Fact.DueSet>().Select(fact => fact.Due).Where(instant => instant.At <= now + Patience && instant.Name != Due.Home))
                {
                    due.Enqueue(new Incoming.DueCame(instant) { Key = $"{what.Key}/{instant.Name}", At = instant.At > now ? instant.At : now });
                }
            }
        }
    }
}

/// <summary>A line of a talk that is tried.</summary>
/// <param name="Text">What was said, or the button's label.</param>
/// <param name="Value">The button that was pressed; null for a text.</param>
/// <param name="FromBot">Who said it.</param>
public sealed record SandboxLine(string Text, string? Value, bool FromBot)
{
    /// <summary>Buttons under it that can be pressed now.</summary>
    public ImmutableList<Choice> Choices { get; init; } = [];

    /// <summary>Drafts under it.</summary>
    public ImmutableList<DraftPreview> Drafts { get; init; } = [];
}
