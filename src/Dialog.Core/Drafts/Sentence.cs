using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>One sentence of an answer, read once: its printed forms and what speaks for and against it.</summary>
internal sealed class Sentence
{
    /// <summary>What every rule but words counts, in print and in posts; 0 is not looked at yet, -1 says that they differ.</summary>
    private int same;

    /// <summary>Lengths by <see cref="Counting"/>, print and post apart, where they differ; 0 is not counted yet.</summary>
    private int[]? lengths;

    private bool? pointsOut;

    public required Slot Slot { get; init; }

    /// <summary>As it stands in print: no emoji.</summary>
    public required DraftSentence Print { get; init; }

    /// <summary>As it stands in posts and on the web: emoji kept.</summary>
    public required DraftSentence Post { get; init; }

    /// <summary>Points by domain.md §3.3.</summary>
    public required int Score { get; init; }

    /// <summary>Leans on what stood before it: starts no run.</summary>
    public required bool Bound { get; init; }

    /// <summary>Behind a sentence that stands in no draft, with a word that may stand for what was said there; or behind another such.</summary>
    public required bool Orphaned { get; init; }

    /// <summary>The same, and what it points back to is no item of a list.</summary>
    public required bool Lost { get; init; }

    /// <summary>An item of a list.</summary>
    public required bool Item { get; init; }

    /// <summary>Turns or denies what stood before it: that ends no run without it.</summary>
    public required bool TakesBack { get; init; }

    /// <summary>Somebody's words in quotation marks, and nothing beside.</summary>
    public required bool Quoted { get; init; }

    /// <summary>A quotation begins or ends in it, and its other end stands in another sentence.</summary>
    public required bool HalfQuoted { get; init; }

    /// <summary>Reads well only after its question (För att …).</summary>
    public required bool Elliptic { get; init; }

    /// <summary>Ends with a question mark: ends no run.</summary>
    public required bool Asks { get; init; }

    /// <summary>Stands in no draft: struck, an item of a list, said to the bot, with a finding that nobody has decided about, or nothing without the next one that stands in none.</summary>
    public required bool Blocked { get; set; }

    /// <summary>Blocked until somebody decides: what it says of the sentence before is not taken back by the person.</summary>
    public required bool Undecided { get; set; }

    /// <summary>Somebody else's words, or the rest of them, in a quotation that began before it.</summary>
    public bool InQuotation { get; set; }

    /// <summary>What it leads in follows: it ends with a colon.</summary>
    public bool LeadsIn => Post.Text.EndsWith(':');

    /// <summary>In the closing question and in the answer to the objection: points back to what was said before.</summary>
    public required bool Leans { get; init; }

    /// <summary>Alone it would leave open what or where is meant; looked at once.</summary>
    public bool PointsOut => pointsOut ??= SentenceStarts.PointsOut(LowerCase.Of(Print.Text));

    /// <summary>A reason is given.</summary>
    public required bool Reasoned { get; init; }

    /// <summary>jag, vi, min …</summary>
    public required bool FirstPerson { get; init; }

    /// <summary>How many words.</summary>
    public required int Words { get; init; }

    /// <summary>One word that says much: the answer to the question before it, or a no.</summary>
    public required bool Replies { get; init; }

    /// <summary>How many reasons, things or examples it says will follow; 0 where it announces none.</summary>
    public required int Announces { get; init; }

    /// <summary>Where the first sentence stands that announces more than has been told up to here; null when nothing is owed.</summary>
    public int? OwedSince { get; set; }

    /// <summary>A blank line of the author's stands before it.</summary>
    public required bool StartsParagraph { get; init; }

    /// <summary>What the detectors found in it: the words, and how much they matter now.</summary>
    public required ImmutableArray<(string Detector, Severity Severity, string Words)> Findings { get; init; }

    /// <summary>How it would look on the news bill.</summary>
    public required HeadlineRisk Risk { get; init; }

    /// <summary>Sentences in a row, a space between.</summary>
    public static string Join(ImmutableArray<Sentence> sentences, bool print)
    {
        if (sentences is [var only])
        {
            return only.As(print).Text;
        }

        var texts = new string[sentences.Length];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = sentences[index].As(print).Text;
        }

        return string.Join(' ', texts);
    }

    public DraftSentence As(bool print) => print ? Print : Post;

    /// <summary>Length by a rule, counted once.</summary>
    public int Length(bool print, Counting counting)
    {
        if (same == 0)
        {
            same = ReferenceEquals(Print, Post) && Counter.IsSame(Post.Text) ? Post.Text.Length : -1;
        }

        return same > 0 && counting != Counting.Words ? same : Counted(print, counting);
    }

    private int Counted(bool print, Counting counting)
    {
        lengths ??= new int[2 * ((int)Counting.Words + 1)];
        ref var length = ref lengths[2 * (int)counting + (print ? 1 : 0)];
        if (length == 0)
        {
            var text = As(print).Text;
            length = counting != Counting.Words && Counter.IsSame(text) ? text.Length : Counter.Count(text, counting);
        }

        return length;
    }
}
