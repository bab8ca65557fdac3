using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>A text read once for all detectors: words with their marks, sentences, and what was found so far.</summary>
internal sealed class CheckText
{
    private readonly List<Finding> findings = [];
    private readonly Mark[] marks;
    private readonly int[] sentenceOf;
    private readonly Mark held;

    /// <summary>Phrases that look like a reason and give none: first word, how many.</summary>
    private readonly List<(int Word, int Length)>? noReasons;

    public CheckText(string text, CheckContext context)
    {
        Text = text;
        Context = context;
        Lower = LowerCase.Of(text);
        Words = TextParts.WordPieces(text);
        Sentences = TextParts.SentencePieces(text);
        marks = new Mark[Words.Count];
        sentenceOf = new int[Words.Count];
        var sentence = 0;
        for (var index = 0; index < Words.Count; index++)
        {
            var word = context.Words.Book.At(Lower, Words, index, out var phrases);
            marks[index] = (Mark)(word | phrases.Marks & PhraseBook.SecondKind);
            held |= (Mark)(word | phrases.Marks);
            if (phrases.Length > 0)
            {
                Phrases.Add((index, phrases.Length, (Mark)(phrases.Marks & ~PhraseBook.SecondKind)));
            }

            if (((Telling)phrases.Marks & Telling.NoReason) != 0)
            {
                (noReasons ??= []).Add((index, phrases.SecondLength));
            }

            while (sentence + 1 < Sentences.Count && Words[index].Start >= Sentences[sentence + 1].Start)
            {
                sentence++;
            }

            sentenceOf[index] = sentence;
        }
    }

    public string Text { get; }

    public string Lower { get; }

    public CheckContext Context { get; }

    public List<Piece> Words { get; }

    public List<Piece> Sentences { get; }

    /// <summary>Phrases of several words: first word, how many, marks.</summary>
    public List<(int Word, int Length, Mark Mark)> Phrases { get; } = [];

    public List<Finding> Findings => findings;

    public Mark Marks(int word) => marks[word];

    /// <summary>What a sentence tells.</summary>
    /// <param name="from">Its first word.</param>
    /// <param name="to">The first word behind it.</param>
    public TextFacts Facts(int from, int to)
    {
        if (from >= to)
        {
            return default;
        }

        var (telling, reasonFrom) = (Telling.None, from);
        for (var index = from; index < to; index++)
        {
            var told = (Telling)marks[index];
            reasonFrom = (told & Telling.NoReason) != 0 ? index + NoReason(index) : reasonFrom;
            telling |= index >= reasonFrom ? told : told & ~Telling.Reason;
        }

        return Context.Words.Lexicon.Read(Text, Lower, Words, from, to, telling, (Telling)marks[from]);
    }

    private int NoReason(int word) => noReasons?.Find(phrase => phrase.Word == word).Length ?? 0;

    /// <summary>The first word that begins at a place or behind it.</summary>
    /// <param name="start">The place.</param>
    /// <param name="from">A word that is not behind it: reading sentence by sentence, where the last one ended.</param>
    public int FirstWord(int start, int from)
    {
        while (from < Words.Count && Words[from].Start < start)
        {
            from++;
        }

        return from;
    }

    public bool Is(int word, Mark mark) => (marks[word] & mark) != 0;

    /// <summary>Which sentence a word stands in.</summary>
    public int SentenceOf(int word) => sentenceOf[word];

    public bool StartsSentence(int word) => word == 0 || sentenceOf[word] != sentenceOf[word - 1];

    /// <summary>A phrase with the mark covers the word.</summary>
    public bool InPhrase(int word, Mark mark)
    {
        foreach (var phrase in Phrases)
        {
            if ((phrase.Mark & mark) != 0 && word >= phrase.Word && word < phrase.Word + phrase.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words, or phrases, with the mark: where they stand and in which sentence.</summary>
    public IEnumerable<(Piece Place, int Word)> With(Mark mark) => Has(mark) ? All(mark) : [];

    /// <summary>A word or phrase with the mark stands somewhere in the text.</summary>
    public bool Has(Mark mark) => (held & mark) != 0;

    /// <summary>Which sentences hold a word or phrase with the mark.</summary>
    public bool[] SentencesWith(Mark mark)
    {
        var held = new bool[Sentences.Count];
        foreach (var (_, word) in With(mark))
        {
            held[sentenceOf[word]] = true;
        }

        return held;
    }

    /// <summary>The two words are parted by one space only.</summary>
    public bool Adjacent(int word) => word + 1 < Words.Count && Words[word + 1].Start == Words[word].End + 1 && Text[Words[word].End] == ' ';

    public void Add(string detector, Severity severity, int start, int length) => findings.Add(new Finding(detector, severity, start, length));

    /// <summary>In the order of the text; the graver first where two begin together.</summary>
    public void Sort()
    {
        if (findings.Count > 1)
        {
            findings.Sort((left, right) =>
                left.Start != right.Start ? left.Start.CompareTo(right.Start)
                : left.Severity != right.Severity ? right.Severity.CompareTo(left.Severity)
                : string.CompareOrdinal(left.Detector, right.Detector));
        }
    }

    public void Add(string detector, Severity severity, Piece place) => Add(detector, severity, place.Start, place.Length);

    /// <summary>A finding of one of the detectors stands at the place.</summary>
    public bool Holds(Piece place, params ReadOnlySpan<string> detectors)
    {
        foreach (var finding in findings)
        {
            if (finding.Start < place.End && place.Start < finding.End && detectors.Contains(finding.Detector))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<(Piece Place, int Word)> All(Mark mark)
    {
        for (var index = 0; index < Words.Count; index++)
        {
            if (Is(index, mark))
            {
                yield return (Words[index], index);
            }
        }

        foreach (var (word, length, phrase) in Phrases)
        {
            if ((phrase & mark) != 0)
            {
                yield return (new Piece(Words[word].Start, Words[word + length - 1].End - Words[word].Start), word);
            }
        }
    }
}
