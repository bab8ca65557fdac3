using System.Collections.Immutable;
using System.Text;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>How a reflection is written.</summary>
/// <param name="Print">Emoji are left out.</param>
/// <param name="Speaker">Quoted voice: name and title behind the quotation; null for the person's own voice.</param>
internal sealed record ReflectionForm(bool Print, string? Speaker = null, bool English = false)
{
    /// <summary>Opening and closing quotation mark.</summary>
    public const int QuotationMarks = 2;

    public bool Quoted => Speaker is not null;

    public string Open => !Quoted ? "" : English ? "“" : "”";

    public string Close => Quoted ? "”" : "";

    /// <summary>What stands behind the last quotation.</summary>
    public string Attribution => Quoted ? $" – {Speaker}" : "";
}

/// <summary>The personal reflection: the chosen runs in interview order, under their questions where they need them.</summary>
/// <param name="Paragraphs">One run each; the label is empty where none is needed.</param>
internal sealed record Reflection(ImmutableArray<(string Label, Run Run)> Paragraphs)
{
    public static readonly Reflection None = new([]);

    public bool IsEmpty => Paragraphs.IsEmpty;

    public IEnumerable<Sentence> Sentences => Paragraphs.SelectMany(paragraph => paragraph.Run.Sentences);

    public string Text(ReflectionForm form)
    {
        if (IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (label, run) in Paragraphs)
        {
            text.Append(text.Length > 0 ? "\n\n" : "").Append(label).Append(label.Length > 0 ? " " : "").Append(form.Open);
            for (var index = 0; index < run.Sentences.Length; index++)
            {
                text.Append(index > 0 ? " " : "").Append(Words(run.Sentences[index], form));
            }

            text.Append(form.Close);
        }

        return text.Append(form.Attribution).ToString();
    }

    public IEnumerable<Placed> Placed(ReflectionForm form)
    {
        foreach (var (label, run) in Paragraphs)
        {
            if (label.Length > 0)
            {
                yield return new Placed(new DraftSentence(label, Origin.Template), null);
            }

            foreach (var sentence in run.Sentences)
            {
                var stands = sentence.As(form.Print);
                yield return new Placed(form.Quoted && Words(sentence, form) is var inside && inside != stands.Text ? stands with { Text = inside } : stands, sentence);
            }
        }

        if (form.Quoted && !IsEmpty)
        {
            yield return new Placed(new DraftSentence($"– {form.Speaker}", Origin.Template), null);
        }
    }

    private static string Words(Sentence sentence, ReflectionForm form) => form.Quoted ? Polish.Inside(sentence.As(form.Print).Text) : sentence.As(form.Print).Text;
}

/// <summary>How much of a reflection is wanted.</summary>
/// <param name="Runs">Passages from what, why and who, at most.</param>
/// <param name="Objection">The objection may stand, together with its answer.</param>
/// <param name="Rules">What a run may be made of.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Headline">The headline above it; null when there is none. A question there spares the first label.</param>
/// <param name="Proposal">Steps to the next best passage.</param>
internal sealed record ReflectionWish(int Runs, bool Objection, RunRules Rules, ReflectionForm Form, string? Headline, int Proposal);
