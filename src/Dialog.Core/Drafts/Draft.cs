using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>One text for the ad or for one outlet.</summary>
public sealed record Draft
{
    /// <summary>Outlet code: <c>ad</c>, <c>x</c>, <c>bluesky</c>, <c>mastodon</c>, <c>threads</c>, <c>facebook</c>, <c>linkedin</c>, <c>instagram</c>, <c>press</c>, <c>web</c>.</summary>
    public required string Outlet { get; init; }

    /// <summary>The whole text, parts separated as the outlet's layout says.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of the text in order (kicker, headline, reflection, question …).</summary>
    public required ImmutableList<DraftPart> Parts { get; init; }

    /// <summary>Length of <see cref="Text"/> counted by the outlet's own rule; of a thread, the longest post.</summary>
    public required int Length { get; init; }

    /// <summary>Our target in the same unit, null when there is none.</summary>
    public int? Limit { get; init; }

    /// <summary>What the network refuses above, in the same unit; null when it has no limit.</summary>
    public int? HardLimit { get; init; }

    /// <summary>What is counted: <c>weightedCharacters</c>, <c>graphemes</c>, <c>characters</c>, <c>words</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Every sentence with where it comes from.</summary>
    public required ImmutableList<DraftSentence> Sentences { get; init; }

    /// <summary>Headlines the editor may pick among, best first: topic, strongest sentence, closing question. Empty where a draft has no headline.</summary>
    public ImmutableList<DraftSentence> Headlines { get; init; } = [];

    /// <summary>Web only: the passage for the lead (ingress), at most 200 graphemes.</summary>
    public string? Abstract { get; init; }

    /// <summary>Web only: the passage for search engines, at most 155 graphemes.</summary>
    public string? Description { get; init; }

    /// <summary>What goes with the text without being part of it, by its name.</summary>
    public IEnumerable<(string Name, string Text)> Beside()
    {
        if (Abstract is not null)
        {
            yield return ("abstract", Abstract);
        }

        if (Description is not null)
        {
            yield return ("description", Description);
        }
    }

    /// <summary>What an editor should look at; the text is never changed because of one.</summary>
    public ImmutableList<DraftWarning> Warnings { get; init; } = [];

    /// <summary>Something in it is the person's own words.</summary>
    [JsonIgnore]
    public bool HasOwnWords => Sentences.Exists(sentence => sentence.Origin is Origin.Own or Origin.Shortened);

    /// <summary>The whole text under another headline; null when it has none, or that one.</summary>
    public string? Under(string headline)
    {
        var at = 0;
        foreach (var part in Parts)
        {
            at = Text.IndexOf(part.Text, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            if (part.Kind == "headline")
            {
                return part.Text == headline ? null : $"{Text[..at]}{headline}{Text[(at + part.Text.Length)..]}";
            }
        }

        return null;
    }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hex: what an approval is bound to.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>A part of a draft.</summary>
/// <param name="Kind">kicker, headline, enumeration, reflection, pullQuote, byline, question, sender, link, hashtags, post (of a thread).</param>
/// <param name="Text">The part's text.</param>
/// <param name="Length">When the part has a budget of its own: graphemes, for a post the outlet's unit.</param>
/// <param name="Limit">The part's budget in the same unit.</param>
/// <param name="Lines">Lines it takes in the ad's column.</param>
public sealed record DraftPart(string Kind, string Text, int? Length = null, int? Limit = null, int? Lines = null);

/// <summary>A sentence of a draft and its provenance.</summary>
/// <param name="Text">The sentence as it stands in the draft.</param>
/// <param name="Origin">Whose words they are.</param>
/// <param name="Answer">For the person's own words: where they stand.</param>
/// <param name="Cut">For shortened words: what was left out.</param>
public sealed record DraftSentence(string Text, Origin Origin, AnswerReference? Answer = null, string? Cut = null)
{
    /// <summary>The touch-ups it got (domain.md §3.2): T1 spaces, T2 mentions, T3 filler, T4 emoji, T5 quotes and dashes, T6 end mark, T7 capital.</summary>
    public ImmutableList<string> TouchUps { get; init; } = [];

    /// <summary>A language model suggested it, and an editor took it; told in provenance wherever the sentence stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Assisted { get; init; }
}

/// <summary>A place in an answer.</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="Revision">Which revision of it.</param>
/// <param name="Index">Which sentence, counted from 0 over the whole answer.</param>
public sealed record AnswerReference(Slot Slot, int Revision, int Index);

/// <summary>Whose words a sentence is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Origin>))]
public enum Origin
{
    /// <summary>The person's own words.</summary>
    [JsonStringEnumMemberName("own")] Own,

    /// <summary>The person's own words with a documented safe cut.</summary>
    [JsonStringEnumMemberName("shortened")] Shortened,

    /// <summary>Written by staff: topic, enumeration, hand edits.</summary>
    [JsonStringEnumMemberName("staff")] Staff,

    /// <summary>A fixed text of the program: label, byline form, closing template.</summary>
    [JsonStringEnumMemberName("template")] Template,
}

/// <summary>Something an editor should look at.</summary>
/// <param name="Code">Which check, e.g. <c>no_reflection</c>.</param>
/// <param name="Severity">info, low, medium or high.</param>
/// <param name="Message">Plain words in the draft's language.</param>
/// <param name="Start">Place in the draft's text, UTF-16 units.</param>
/// <param name="Length">Length of the place.</param>
public sealed record DraftWarning(string Code, string Severity, string Message, int Start, int Length);
