using System.Buffers;
using System.Collections.Immutable;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>Reads an answer into scored sentences (domain.md §3.3).</summary>
internal static class SentenceReader
{
    private static readonly ImmutableHashSet<string> BoundStarts =
    [
        "det", "den", "detta", "dessa", "de", "där", "då", "så", "men", "och", "eller", "här", "samma", "han", "hon", "hen", "därför", "dessutom", "däremot", "dock", "annars", "sedan",
        "it", "that", "this", "these", "those", "but", "and", "so", "or", "then", "there", "they", "he", "she", "otherwise",
    ];

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.!?:;–");

    private static readonly string[] NotBound =
    [
        "för att ", "därför att ", "så att ", "so that ", "det finns ", "det går ", "det gäller ", "det behövs ", "det jag ", "det vi ", "det du ", "det man ", "de som ", "den som ", "there is ",
    ];

    private static readonly string[] EllipticStarts =
        ["för att ", "därför att ", "eftersom ", "pga ", "p.g.a. ", "på grund av ", "att ", "så att ", "because ", "so that ", "due to ", "that ", "since "];

    private static readonly string[] Dismissals =
        ["alla är nöjda", "alla är positiva", "ingen klagar", "inga klagomål", "inga synpunkter", "nobody complains", "no complaints", "everyone is happy"];

    private static readonly string[] TalkWithTheBot = ["det står där uppe", "som jag skrev", "säg till så", "hoppas det duger", "(sorry", "(ursäkta", "(förlåt"];

    /// <summary>The sentences of an answer; lists and pure filler are none, a repeated sentence counts once.</summary>
    public static ImmutableList<Sentence> Read(Slot slot, AnswerText answer, Material material)
    {
        var language = material.Assignment.Language;
        var lexicon = Lexicon.For(language);
        var sentences = ImmutableList.CreateBuilder<Sentence>();
        var seen = new HashSet<string>();
        var index = -1;
        foreach (var line in answer.Lines)
        {
            var isList = slot is Slot.What or Slot.Why or Slot.Who && lexicon.IsList(line.Text);
            foreach (var (paragraph, number) in line.Text.Split("\n\n").Select((paragraph, number) => (paragraph, number)))
            {
                var starts = number > 0;
                foreach (var raw in TextParts.Sentences(paragraph))
                {
                    index++;
                    var post = Polish.Sentence(raw, language, emoji: true, slot == Slot.Question);
                    if (isList || post.Length == 0 || !seen.Add(post))
                    {
                        continue;
                    }

                    sentences.Add(Read(slot, answer.Revision, index, raw, post, line.FollowUp, starts, material, lexicon));
                    starts = false;
                }
            }
        }

        return sentences.ToImmutable();
    }

    private static Sentence Read(Slot slot, int revision, int index, string raw, string post, bool followUp, bool startsParagraph, Material material, Lexicon lexicon)
    {
        var print = post.Any(character => character >= 0x2190) ? Polish.Sentence(raw, material.Assignment.Language, emoji: false, slot == Slot.Question) : post;
        var lower = post.ToLowerInvariant();
        var words = TextParts.Words(post).Count;
        var bound = IsBound(lower);
        var asks = post.EndsWith('?');
        var reasoned = lexicon.HasReason(post);
        var concrete = lexicon.IsConcrete(post);
        var meta = Array.Exists(TalkWithTheBot, phrase => lower.Contains(phrase, StringComparison.Ordinal));
        var marks = post.Count(character => character is ',' or '–' or '—' or ':' or ';');
        var score = (lexicon.HasFirstPerson(post) ? 3 : 0)
            + (reasoned ? 2 : 0)
            + (concrete ? 2 : 0)
            + (slot == Slot.Why ? 1 : 0)
            + (slot == material.Assignment.PrimarySlot ? 1 : 0)
            + (slot == Slot.Challenge ? -2 : 0)
            + (asks ? 0 : LengthPoints(words, bound))
            + (words > 28 ? -2 : 0)
            + (words < 3 ? -3 : 0)
            + (followUp ? 2 : 0)
            + (asks ? -4 : 0)
            + (marks >= 4 ? -2 : 0)
            + (post.Contains('(', StringComparison.Ordinal) ? -1 : 0)
            + (lexicon.Acronyms(post).Count > 0 ? -3 : 0)
            + (!concrete && lexicon.AbstractWords(post).Count >= 3 ? -6 : 0)
            + (meta || Array.Exists(Dismissals, phrase => lower.Contains(phrase, StringComparison.Ordinal)) ? -9 : 0);
        return new Sentence
        {
            Slot = slot,
            Revision = revision,
            Index = index,
            Print = print,
            Post = post,
            Score = score,
            Bound = bound,
            Elliptic = Array.Exists(EllipticStarts, start => lower.StartsWith(start, StringComparison.Ordinal)),
            Asks = asks,
            Blocked = meta || material.Struck.Contains(post) || material.Struck.Contains(print),
            Reasoned = reasoned,
            Words = words,
            StartsParagraph = startsParagraph,
        };
    }

    /// <summary>5–20 words read easily. Four that lean on nothing are a line people remember ("Kommunikation handlar om möten.").</summary>
    private static int LengthPoints(int words, bool bound) => words is >= 5 and <= 20 ? 1 : words == 4 && !bound ? 2 : 0;

    private static bool IsBound(string lower)
    {
        var end = lower.AsSpan().IndexOfAny(WordEnds);
        var first = end < 0 ? lower : lower[..end];
        if (lower.StartsWith("rätt eller fel", StringComparison.Ordinal))
        {
            return true;
        }

        if (!BoundStarts.Contains(first) || Array.Exists(NotBound, start => lower.StartsWith(start, StringComparison.Ordinal)))
        {
            return false;
        }

        return !(lower.StartsWith("det är ", StringComparison.Ordinal)
            && Array.Exists([" att ", " när ", " om ", " som "], word => lower.Contains(word, StringComparison.Ordinal)));
    }
}
