using System.Collections.Immutable;
using System.Text.Json;

namespace Dialog.Core.Interviews;

/// <summary>The questions of an interview as versioned data, in every language.</summary>
public sealed record QuestionSet
{
    /// <summary>Name of the set; stays when its texts change.</summary>
    public required string Id { get; init; }

    /// <summary>Raised with every change.</summary>
    public required int Version { get; init; }

    /// <summary>Texts by language, then slot.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<Slot, SlotTexts>> Languages { get; init; }

    /// <summary>What a running interview remembers: name and version.</summary>
    public string Key => $"{Id}.{Version}";

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

/// <summary>The question sets that exist.</summary>
public sealed class QuestionSets
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ImmutableDictionary<string, QuestionSet> sets;

    /// <summary>The sets by key; the last one is what new interviews begin with.</summary>
    public QuestionSets(IReadOnlyList<QuestionSet> all)
    {
        sets = all.ToImmutableDictionary(set => set.Key);
        Newest = all[^1];
    }

    /// <summary>The set that comes with the program.</summary>
    public static QuestionSets BuiltIn { get; } = new([Read("questions.vad-varfor-vem.1.json")]);

    /// <summary>What new interviews begin with.</summary>
    public QuestionSet Newest { get; }

    /// <summary>The set an interview began with.</summary>
    /// <exception cref="KeyNotFoundException">No such set: it must never be removed while an interview uses it.</exception>
    public QuestionSet this[string key] => sets[key];

    private static QuestionSet Read(string resource)
    {
        using var stream = typeof(QuestionSet).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        return JsonSerializer.Deserialize<QuestionSet>(stream, Json) ?? throw new InvalidOperationException($"{resource} is empty.");
    }
}
