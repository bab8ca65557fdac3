using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>How a sentence would look alone on the news bill (domain.md §2.6).</summary>
/// <param name="Points">3 insult or strong word, 2 absolute, 2 self-criticism, 1 digit, 1 money, 1 first person.</param>
/// <param name="Words">The words that cause it, as written.</param>
public sealed record HeadlineRisk(int Points, ImmutableArray<string> Words)
{
    /// <summary>From here on a sentence is tested.</summary>
    public const int Risky = 4;

    /// <summary>Nothing to fear.</summary>
    public static readonly HeadlineRisk None = new(0, []);

    /// <summary>The risk of a sentence.</summary>
    public static HeadlineRisk Of(string sentence, string language) =>
        Of(new CheckText(sentence, new CheckContext(language, null, [], [])), new Piece(0, sentence.Length), firstWord: 0);

    /// <summary>The risk of a part of a text that is read already.</summary>
    internal static HeadlineRisk Of(CheckText read, Piece part, int firstWord)
    {
        var (found, digit) = (Mark.None, false);
        var words = ImmutableArray<string>.Empty;
        for (var word = firstWord; word < read.Words.Count && read.Words[word].Start < part.End; word++)
        {
            var mark = read.Marks(word) & (Mark.Insults | Mark.Emotions | Mark.Absolutes | Mark.SelfCriticism | Mark.Money | Mark.FirstPerson);
            if ((mark & Mark.Insults) != 0 && (read.InPhrase(word, Mark.NotInsults) || read.Is(word, Mark.NotInsults)))
            {
                mark &= ~Mark.Insults;
            }

            var number = char.IsAsciiDigit(read.Text[read.Words[word].Start]);
            found |= mark;
            digit |= number;
            if (number || (mark & ~Mark.FirstPerson) != 0)
            {
                words = words.Add(read.Words[word].In(read.Text));
            }
        }

        return found == Mark.None && !digit ? None : new HeadlineRisk(
            ((found & (Mark.Insults | Mark.Emotions)) != 0 ? 3 : 0)
            + ((found & Mark.Absolutes) != 0 ? 2 : 0)
            + ((found & Mark.SelfCriticism) != 0 ? 2 : 0)
            + (digit ? 1 : 0)
            + ((found & Mark.Money) != 0 ? 1 : 0)
            + ((found & Mark.FirstPerson) != 0 ? 1 : 0),
            words);
    }
}
