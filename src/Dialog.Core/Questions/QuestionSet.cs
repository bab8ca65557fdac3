using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Reading;

namespace Dialog.Core.Questions;

/// <summary>The questions of an interview as versioned data, in every language. Read and checked by <see cref="QuestionSetReader"/>.</summary>
public sealed record QuestionSet
{
    /// <summary>Name of the set; stays when its texts change.</summary>
    public required string Id { get; init; }

    /// <summary>Raised with every change, for people to tell them apart.</summary>
    public required int Version { get; init; }

    /// <summary>Texts by language, then slot.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<Slot, SlotTexts>> Languages { get; init; }

    /// <summary>The whole set as it was read, without spaces and comments: what is kept of it.</summary>
    [JsonIgnore]
    public required string Json { get; init; }

    /// <summary>Name and version, as people say it.</summary>
    [JsonIgnore]
    public string Name => $"{Id}.{Version}";

    /// <summary>What a running interview remembers: name, version and a hash of the content, so that an edit under the same version is another set.</summary>
    [JsonIgnore]
    public string Key => $"{Name}#{StableHash.Id(Json)}";

    /// <summary>The texts of a slot; another language than those of the set reads as Swedish.</summary>
    public SlotTexts Texts(string language, Slot slot) => (Languages.GetValueOrDefault(language) ?? Languages["sv"])[slot];
}

/// <summary>What is said about one slot in one language.</summary>
public sealed record SlotTexts
{
    /// <summary>The question word as a label: Vad?</summary>
    public required string Label { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The question when an earlier answer already touched it; <c>{sentence}</c> is that sentence.</summary>
    public string? Covered { get; init; }

    /// <summary>Follow-ups by rule, in variants; <c>{words}</c> are the respondent's own.</summary>
    public ImmutableDictionary<FollowUpRule, ImmutableList<string>> FollowUps { get; init; } =
        ImmutableDictionary<FollowUpRule, ImmutableList<string>>.Empty;

    /// <summary>Ready-made answers offered as buttons to somebody who has none.</summary>
    public ImmutableList<string> Templates { get; init; } = [];
}
