using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Drafts;

namespace Dialog.Core.Interviews;

/// <summary>One answer: all messages to one question.</summary>
public sealed record Answer
{
    /// <summary>No answer yet.</summary>
    public static readonly Answer Empty = new();

    private string? text;

    /// <summary>The messages, in order.</summary>
    public ImmutableList<Line> Lines
    {
        get;
        init
        {
            field = value;
            text = null;
        }
    } = [];

    /// <summary>Messages that were not yet read for what may harm somebody (<see cref="Guard"/>); null when none was.</summary>
    public ImmutableList<string>? Unread { get; init; }

    /// <summary>Counts changes, 1 for the first.</summary>
    public int Revision { get; init; }

    /// <summary>Why the slot is closed although it may be empty.</summary>
    public AnswerStatus Status { get; init; } = AnswerStatus.Given;

    /// <summary>The effective text.</summary>
    [JsonIgnore]
    public string Text => text ??= Lines.Count == 1 ? Lines[0].Text : string.Join('\n', Lines.Select(line => line.Text));

    /// <summary>Nothing was answered.</summary>
    [JsonIgnore]
    public bool IsEmpty => Lines.IsEmpty;

    /// <summary>The answer with its messages changed, one revision later.</summary>
    public Answer WithLines(ImmutableList<Line> lines) => this with { Lines = lines, Revision = Revision + 1, Unread = Unread?.AddRange(Changed(lines)) };

    /// <summary>The answer as the composer reads it.</summary>
    public AnswerText ToMaterial() => new(Revision, [.. Lines.Select(line => new AnswerLine(line.Text, line.FollowUp, line.Template))]);

    /// <summary>The messages between those that stand as before at the beginning and at the end.</summary>
    private IEnumerable<string> Changed(ImmutableList<Line> lines)
    {
        var before = Lines.Zip(lines).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
        var end = lines.Count;
        while (end > before && Lines.Count - lines.Count + end > before && ReferenceEquals(lines[end - 1], Lines[Lines.Count - lines.Count + end - 1]))
        {
            end--;
        }

        return Enumerable.Range(before, end - before).Select(index => lines[index].MessageId);
    }
}

/// <summary>One message of an answer.</summary>
/// <param name="MessageId">The platform's id, by which an edit names it.</param>
/// <param name="Text">Clean plain text.</param>
/// <param name="FollowUp">It is the reply to a follow-up: the first message after it.</param>
public sealed record Line(string MessageId, string Text, bool FollowUp)
{
    /// <summary>A ready-made text the person chose, not their own words.</summary>
    public bool Template { get; init; }

    /// <summary>When it was written; null in what an early release stored.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When it was edited last, as the platform tells: what was edited before that and comes later changes nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>What was written, where reading it took something away; null when <see cref="Text"/> is all of it.</summary>
    public string? Raw { get; init; }
}
