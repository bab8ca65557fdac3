using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>A text read once for all detectors: words with their marks, sentences, and what was found so far.</summary>
internal sealed class CheckText
{
    private readonly List<Finding> findings = [];
    private readonly Mark[] marks;
    private readonly int[] sentenceOf;

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
            marks[index] = (Mark)context.Words.Book.At(Lower, Words, index, out var phrases, out var length);
            if (phrases != 0)
            {
                Phrases.Add((index, length, (Mark)phrases));
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

    /// <summary>The first word that begins at a place or behind it.</summary>
    public int FirstWord(int start)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Words[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
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
    public IEnumerable<(Piece Place, int Word)> With(Mark mark)
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
}
