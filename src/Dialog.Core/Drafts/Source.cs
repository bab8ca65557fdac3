using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>The material, read once for all drafts.</summary>
internal sealed class Source
{
    private readonly Dictionary<Slot, ImmutableArray<Sentence>> sentences = [];
    private readonly Dictionary<string, ImmutableList<Finding>> staff = [];
    private readonly CheckContext checks;

    public Source(Material material)
    {
        Material = material;
        Warnings = DraftWarnings.For(material.Assignment.Language);
        checks = material.Checks ?? new CheckContext(material.Assignment.Language, material.Name, [], []);
        var reader = new SentenceReader(material, checks);
        foreach (var (slot, answer) in material.Answers)
        {
            sentences.Add(slot, reader.Read(slot, answer));
        }

        var chosen = material.Answers.TryGetValue(Slot.Question, out var question) && question.Lines.Exists(line => line.Template);
        QuestionOrigin = chosen ? Origin.Template : null;
        LeftOut = [.. sentences.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value).Where(sentence => sentence.Blocked && sentence.Findings.Any(finding => finding.Severity >= Severity.Medium))];
    }

    public Material Material { get; }

    public Slot Primary => Material.Assignment.PrimarySlot;

    public bool English => Material.Assignment.Language == "en";

    /// <summary>What an editor may be told, in the drafts' language.</summary>
    public DraftWarnings Warnings { get; }

    /// <summary>The question to the readers may be a ready-made one; null when it is the person's own.</summary>
    public Origin? QuestionOrigin { get; }

    /// <summary>The sentences that a finding keeps out of every draft.</summary>
    public ImmutableArray<Sentence> LeftOut { get; }

    /// <summary>The sentences of an answer; none when the slot was not answered.</summary>
    public ImmutableArray<Sentence> this[Slot slot] => sentences.TryGetValue(slot, out var answer) ? answer : [];

    /// <summary>The question as a label.</summary>
    public string Label(Slot slot) => (slot, English) switch
    {
        (Slot.What, false) => "Vad?",
        (Slot.Why, false) => "Varför?",
        (Slot.Who, false) => "Vem?",
        (Slot.Challenge, false) => "Invändningen?",
        (Slot.Synthesis, false) => "Svaret?",
        (Slot.What, true) => "What?",
        (Slot.Why, true) => "Why?",
        (Slot.Who, true) => "Who?",
        (Slot.Challenge, true) => "The objection?",
        (Slot.Synthesis, true) => "The answer?",
        _ => "",
    };

    /// <summary>Name and title; null when the name is not known.</summary>
    public string? Byline => Material.Name is null ? null : Material.Title is null ? Material.Name : $"{Material.Name}, {Material.Title}";

    /// <summary>Length of the longest sentence that may stand in a draft.</summary>
    public int Longest(Counting counting) =>
        sentences.Values.SelectMany(answer => answer).Where(sentence => !sentence.Blocked).Select(sentence => sentence.Length(print: false, counting)).DefaultIfEmpty().Max();

    /// <summary>What a text by staff holds that should not be printed; read once.</summary>
    public ImmutableList<Finding> StaffFindings(string text)
    {
        if (!staff.TryGetValue(text, out var findings))
        {
            staff.Add(text, findings = Detectors.Find(text, checks).RemoveAll(finding => !finding.Blocks));
        }

        return findings;
    }

    /// <summary>The closing question, whole first, then without its first sentences, then each asking sentence alone: whole sentences always.</summary>
    public IEnumerable<ImmutableArray<Sentence>> ClosingQuestions()
    {
        var all = this[Slot.Question].RemoveAll(sentence => sentence.Blocked);
        for (var from = 0; from < all.Length; from++)
        {
            yield return all[from..];
        }

        for (var at = all.Length - 1; at >= 0; at--)
        {
            if (all[at].Asks)
            {
                yield return [all[at]];
            }
        }
    }

    /// <summary>A sentence of the closing question as it stands in a draft.</summary>
    public Placed Question(Sentence sentence, bool print) =>
        new(QuestionOrigin is { } origin ? sentence.As(print) with { Origin = origin } : sentence.As(print), sentence);
}
