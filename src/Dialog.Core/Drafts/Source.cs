using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>The material, read once for all drafts.</summary>
internal sealed class Source
{
    private readonly ImmutableArray<Sentence>[] sentences = new ImmutableArray<Sentence>[(int)Slot.Headline + 1];
    private readonly Dictionary<string, ImmutableList<Finding>> staff = [];
    private readonly Dictionary<string, string> messages = [];
    private readonly Dictionary<string, DraftWarning> headlineTests = [];
    private readonly CheckContext checks;
    private ImmutableArray<ClosingQuestion> questions;

    public Source(Material material)
    {
        Material = material;
        Warnings = DraftWarnings.For(material.Assignment.Language);
        checks = material.Checks ?? new CheckContext(material.Assignment.Language, material.Name, [], []);
        var reader = new SentenceReader(material, checks);
        foreach (var (slot, answer) in material.Answers)
        {
            sentences[(int)slot] = reader.Read(slot, answer);
        }

        var chosen = material.Answers.TryGetValue(Slot.Question, out var question) && question.Lines.Exists(line => line.Template);
        QuestionOrigin = chosen ? Origin.Template : null;
        Byline = material.Name is null ? null : material.Title is null ? material.Name : $"{material.Name}, {material.Title}";
        LeftOut = OfLeftOut();
    }

    public Material Material { get; }

    public Slot Primary => Material.Assignment.PrimarySlot;

    public bool English => Material.Assignment.Language == "en";

    /// <summary>What an editor may be told, in the drafts' language.</summary>
    public DraftWarnings Warnings { get; }

    /// <summary>The question to the readers may be a ready-made one; null when it is the person's own.</summary>
    public Origin? QuestionOrigin { get; }

    /// <summary>What an editor is told of the sentences that a finding keeps out of every draft; null when there are none.</summary>
    public DraftWarning? LeftOut { get; }

    /// <summary>The sentences of an answer; none when the slot was not answered.</summary>
    public ImmutableArray<Sentence> this[Slot slot] => sentences[(int)slot] is { IsDefault: false } answer ? answer : [];

    /// <summary>The question as a label.</summary>
    public string Label(Slot slot) => Label(slot, English);

    /// <summary>The question as a label in a language.</summary>
    public static string Label(Slot slot, bool english) => (slot, english) switch
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
    public string? Byline { get; }

    /// <summary>Length of the longest sentence that may stand in a draft.</summary>
    public int Longest(Counting counting)
    {
        var longest = 0;
        foreach (var answer in sentences)
        {
            foreach (var sentence in answer.IsDefault ? [] : answer)
            {
                longest = sentence.Blocked ? longest : Math.Max(longest, sentence.Length(print: false, counting));
            }
        }

        return longest;
    }

    /// <summary>What a text by staff holds that should not be printed; read once.</summary>
    public ImmutableList<Finding> StaffFindings(string text)
    {
        if (!staff.TryGetValue(text, out var findings))
        {
            staff.Add(text, findings = Detectors.Find(text, checks).RemoveAll(finding => !finding.Blocks));
        }

        return findings;
    }

    /// <summary>The closing question, whole first, then without its first sentences, then each asking sentence alone. Where anything asks, each of them asks.</summary>
    public ImmutableArray<ClosingQuestion> ClosingQuestions => questions.IsDefault ? questions = OfQuestion() : questions;

    /// <summary>A sentence of the closing question as it stands in a draft.</summary>
    public Placed Question(Sentence sentence, bool print) => ClosingQuestion.Placed(sentence, QuestionOrigin, print);

    /// <summary>What an editor is told of a finding.</summary>
    public string Message(string detector)
    {
        if (!messages.TryGetValue(detector, out var message))
        {
            messages.Add(detector, message = CheckTexts.For(detector, Material.Assignment.Language, Material.Assignment.EditorName));
        }

        return message;
    }

    /// <summary>The sentence alone on the news bill, with its place in a draft.</summary>
    public DraftWarning HeadlineTest(string text, HeadlineRisk risk, int start)
    {
        if (!headlineTests.TryGetValue(text, out var warning))
        {
            headlineTests.Add(text, warning = Warnings.HeadlineTest(text, risk.Words.Distinct(), start));
        }

        return warning.Start == start ? warning : warning with { Start = start };
    }

    private DraftWarning? OfLeftOut()
    {
        var (count, detectors) = (0, new List<string>());
        for (var slot = Slot.What; slot <= Slot.Headline; slot++)
        {
            foreach (var sentence in this[slot])
            {
                var told = detectors.Count;
                foreach (var finding in sentence.Blocked ? sentence.Findings : [])
                {
                    if (finding.Severity >= Severity.Medium)
                    {
                        detectors.Add(finding.Detector);
                    }
                }

                count += detectors.Count > told ? 1 : 0;
            }
        }

        return count == 0 ? null : Warnings.LeftOut(count, detectors.Distinct());
    }

    private ImmutableArray<ClosingQuestion> OfQuestion()
    {
        var all = this[Slot.Question].RemoveAll(sentence => sentence.Blocked);
        var found = ImmutableArray.CreateBuilder<ClosingQuestion>(2 * all.Length);
        var lastAsking = all.Length - 1;
        while (lastAsking >= 0 && !all[lastAsking].Asks)
        {
            lastAsking--;
        }

        var end = lastAsking < 0 ? all.Length : lastAsking + 1;
        for (var from = 0; from < end; from++)
        {
            found.Add(new ClosingQuestion(all[from..], QuestionOrigin));
        }

        for (var at = all.Length - 1; at >= 0; at--)
        {
            if (all[at].Asks)
            {
                found.Add(new ClosingQuestion([all[at]], QuestionOrigin));
            }
        }

        // A part that points back to what was cut off is the last resort.
        return [.. found.OrderBy(form => form.Leans && !form.Begins(all[0]) ? 1 : 0)];
    }
}
