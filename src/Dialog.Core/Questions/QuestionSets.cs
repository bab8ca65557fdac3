using System.Collections.Immutable;

namespace Dialog.Core.Questions;

/// <summary>The question sets at hand: those that interviews began with, and the one new interviews begin with.</summary>
public sealed class QuestionSets
{
    private readonly ImmutableDictionary<string, QuestionSet> sets;

    private QuestionSets(ImmutableDictionary<string, QuestionSet> sets, QuestionSet newest) => (this.sets, Newest) = (sets, newest);

    /// <summary>The set that comes with the program, which is also known by its bare name: so an interview of the first weeks remembers it.</summary>
    public static QuestionSets BuiltIn { get; } = OfProgram(Read("questions.vad-varfor-vem.1.json"));

    /// <summary>What new interviews begin with.</summary>
    public QuestionSet Newest { get; }

    /// <summary>The set an interview began with.</summary>
    /// <exception cref="KeyNotFoundException">No such set: it must never be removed while an interview uses it.</exception>
    public QuestionSet this[string key] => sets[key];

    /// <summary>Whether a set is at hand.</summary>
    public bool Has(string key) => sets.ContainsKey(key);

    /// <summary>With one more set, for the interviews that began with it.</summary>
    public QuestionSets With(QuestionSet set) => new(sets.SetItem(set.Key, set), Newest);

    /// <summary>With another set for new interviews; the earlier ones stay at hand.</summary>
    public QuestionSets BeginningWith(QuestionSet set) => new(sets.SetItem(set.Key, set), set);

    private static QuestionSets OfProgram(QuestionSet set) => new(ImmutableDictionary<string, QuestionSet>.Empty.Add(set.Key, set).Add(set.Name, set), set);

    private static QuestionSet Read(string resource)
    {
        using var stream = typeof(QuestionSet).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        using var text = new StreamReader(stream);
        var reading = QuestionSetReader.Read(text.ReadToEnd());
        return reading.Set ?? throw new InvalidOperationException($"{resource}: {string.Join("; ", reading.Mistakes)}");
    }
}
