using System.Collections.Immutable;
using System.Runtime.InteropServices;

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
/// <param name="paragraphs">One run each; the label is empty where none is needed.</param>
/// <param name="form">How it is written.</param>
internal sealed class Reflection(ImmutableArray<(string Label, Run Run)> paragraphs, ReflectionForm form)
{
    public static readonly Reflection None = new([], new ReflectionForm(Print: false));

    private string? text;

    public ImmutableArray<(string Label, Run Run)> Paragraphs => paragraphs;

    public bool IsEmpty => paragraphs.IsEmpty;

    public string Text => text ??= Write();

    /// <summary>Adds it to a draft, as the part that holds its text.</summary>
    public void AddTo(DraftText draft, DraftPart part)
    {
        if (!IsEmpty)
        {
            draft.Add(part, CollectionsMarshal.AsSpan(Placed()));
        }
    }

    /// <summary>Its sentences as they stand in a draft.</summary>
    public List<Placed> Placed()
    {
        var placed = new List<Placed>(16);
        foreach (var (label, run) in paragraphs)
        {
            if (label.Length > 0)
            {
                placed.Add(new Placed(new DraftSentence(label, Origin.Template), null));
            }

            foreach (var sentence in run.Sentences)
            {
                var stands = sentence.As(form.Print);
                placed.Add(new Placed(form.Quoted && Words(sentence) is var inside && inside != stands.Text ? stands with { Text = inside } : stands, sentence));
            }
        }

        if (form.Quoted)
        {
            placed.Add(new Placed(new DraftSentence($"– {form.Speaker}", Origin.Template), null));
        }

        return placed;
    }

    private string Write()
    {
        if (IsEmpty)
        {
            return "";
        }

        var pieces = new List<string>(32);
        foreach (var (label, run) in paragraphs)
        {
            pieces.Add(pieces.Count > 0 ? "\n\n" : "");
            pieces.Add(label);
            pieces.Add(label.Length > 0 ? " " : "");
            pieces.Add(form.Open);
            for (var index = 0; index < run.Sentences.Length; index++)
            {
                pieces.Add(index > 0 ? " " : "");
                pieces.Add(Words(run.Sentences[index]));
            }

            pieces.Add(form.Close);
        }

        pieces.Add(form.Attribution);
        return string.Concat(CollectionsMarshal.AsSpan(pieces));
    }

    private string Words(Sentence sentence) => form.Quoted ? Polish.Inside(sentence.As(form.Print).Text) : sentence.As(form.Print).Text;
}

/// <summary>How much of a reflection is wanted.</summary>
/// <param name="Runs">Passages from what, why and who, at most.</param>
/// <param name="Objection">The objection may stand, together with its answer.</param>
/// <param name="Rules">What a run may be made of.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Headline">The headline above it; null when there is none. A question there spares the first label.</param>
/// <param name="Proposal">Steps to the next best passage.</param>
internal sealed record ReflectionWish(int Runs, bool Objection, RunRules Rules, ReflectionForm Form, string? Headline, int Proposal);
