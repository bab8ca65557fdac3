using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>All that a draft may be made of: the person's answers and the editor's fixed elements.</summary>
public sealed record Material
{
    /// <summary>The assignment: topic, outlets, size, enumeration, link, hashtags, language.</summary>
    public required Assignment Assignment { get; init; }

    /// <summary>The answers as they stand, by slot. A slot that is missing was not answered.</summary>
    public required ImmutableDictionary<Slot, AnswerText> Answers { get; init; }

    /// <summary>Byline name; null leaves the byline out.</summary>
    public string? Name { get; init; }

    /// <summary>Byline title.</summary>
    public string? Title { get; init; }

    /// <summary>The person's own sentences that stand in no draft.</summary>
    public ImmutableHashSet<string> Struck { get; init; } = [];

    /// <summary>Sentences that the editor accepted as they are: their findings keep them out of no draft.</summary>
    public ImmutableHashSet<string> Accepted { get; init; } = [];

    /// <summary>Outlet code → how many steps to the next best cut ("Nästa förslag"); 0, or missing, is the best.</summary>
    public ImmutableDictionary<string, int> Proposals { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The headline the editor picked among the candidates; null takes the first.</summary>
    public string? Headline { get; init; }

    /// <summary>What the detectors let pass; null knows the respondent only.</summary>
    public CheckContext? Checks { get; init; }

    /// <summary>The outlets and ad sizes.</summary>
    public Outlets Outlets { get; init; } = Outlets.BuiltIn;

    /// <summary>The sender printed in the ad (avsändare): the organisation's name and its own web address.</summary>
    public required string Sender { get; init; }
}

/// <summary>One answer: all messages to one question.</summary>
/// <param name="Revision">The answer's revision the draft is made from.</param>
/// <param name="Lines">The messages, in order, clean plain text.</param>
public sealed record AnswerText(int Revision, ImmutableList<AnswerLine> Lines)
{
    /// <summary>The effective text: the messages joined by line breaks.</summary>
    public string Text => Lines is [var only] ? only.Text : string.Join('\n', Lines.Select(line => line.Text));
}

/// <summary>One message of an answer.</summary>
/// <param name="Text">Clean plain text.</param>
/// <param name="FollowUp">It came as reply to a follow-up.</param>
/// <param name="Template">A ready-made text the person chose: marked so in the draft.</param>
public sealed record AnswerLine(string Text, bool FollowUp = false, bool Template = false);
