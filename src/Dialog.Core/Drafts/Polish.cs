using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>The touch-ups that a person's sentence may get, and no others (domain.md §3.2, T1–T7). None touches a word that carries meaning.</summary>
internal static class Polish
{
    /// <summary>T3. Never nej, no or inte.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Filler =
        new[] { "hej", "ja", "jo", "alltså", "asså", "nja", "ok", "okej", "öh", "hmm", "tja", "haha", "oj", "well", "sorry", "hi", "hello", "um", "yeah" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Filler that is never anything else.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Interjections =
        new[] { "asså", "öh", "hmm", "haha" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Filler that answers a question.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Replies =
        new[] { "ja", "jo", "nja", "ok", "okej", "yeah" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What says yes or no to it: without it the rest may say the opposite (Jo, i fjol).</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Answering =
        new[] { "ja", "jo", "nja", "yeah" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A clause of its own begins with these: the word before is no part of it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClauseStarts =
        new[] { "jag", "vi", "det", "man", "så", "men", "för", "därför", "eftersom", "i", "we", "it", "so", "but", "because" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Of what a kind is (en ny typ, av lite äldre typ): behind these the last word is no filler.</summary>
    private static readonly FrozenSet<string> KindOf =
        new[] { "en", "ett", "av", "den", "denna", "samma", "annan", "någon", "nån", "ingen", "varje", "vilken", "sådan", "viss", "olika", "ny", "nya", "min", "vår", "din", "er", "sin", "deras" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Characters of smileys, quotation marks and bullets that may have to be touched.</summary>
    private static readonly SearchValues<char> Touchable = SearchValues.Create(":;=<^\"*");

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.!?:-'");

    /// <summary>What may stand behind a filler word and goes with it.</summary>
    private static readonly SearchValues<char> FillerEnds = SearchValues.Create(" ,.!…:;–");

    private static readonly SearchValues<char> Marks = SearchValues.Create(",.!?…:;");

    private static readonly string[] TrailingFiller = [" lol", " haha", " typ"];

    /// <summary>The sentence as it is printed, and which touch-ups it got; empty when nothing but filler was said.</summary>
    /// <param name="raw">As it was written.</param>
    /// <param name="language">Its language.</param>
    /// <param name="emoji">Emoji are kept.</param>
    /// <param name="asQuestion">It is of the closing question.</param>
    /// <param name="reply">It stands right after a question: ja alone is no filler.</param>
    /// <param name="decides">What it replies to is answered by yes or no: ja and jo are no filler at all.</param>
    public static (string Text, ImmutableList<string> TouchUps) Sentence(string raw, string language, bool emoji, bool asQuestion, bool reply = false, bool decides = false)
    {
        var touched = ImmutableList<string>.Empty;
        if (IsClean(raw))
        {
            return (raw, touched);
        }

        var text = raw;
        Apply("T4", WithoutSmileys(text, emoji));
        Apply("T1", Closed(Spaced(text)));
        Apply("T5", Dashed(Quotes(text, language)));
        Apply("T1", WithoutBullet(text));
        var bare = WithoutLeadingFiller(Closed(WithoutTrailingFiller(text)), reply, decides);
        Apply("T3", reply && !HasLetterOrDigit(bare) && Replies.Contains(FirstWord(text)) ? text : bare);
        if (!HasLetterOrDigit(text))
        {
            return ("", touched);
        }

        Apply("T7", Capitalised(text));
        Apply("T7", CapitalisedInside(text));
        Apply("T6", WithEnd(text, language, asQuestion));
        return (text, touched);

        void Apply(string touchUp, string changed)
        {
            if (!ReferenceEquals(text, changed) && text != changed)
            {
                text = changed;
                touched = touched.Contains(touchUp) ? touched : touched.Add(touchUp);
            }
        }
    }

    /// <summary>Inside a quotation the inner quotation marks are single ones (T5). Straight ones are left in English alone, where they open and close differently.</summary>
    public static string Inside(string text)
    {
        if (!text.AsSpan().ContainsAny("”“\""))
        {
            return text;
        }

        return string.Create(text.Length, text, static (inside, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                inside[at] = from[at] switch
                {
                    '”' => '’',
                    '“' => '‘',
                    '"' => at == 0 || from[at - 1] is ' ' or '(' or '[' or '-' or '–' or '—' ? '‘' : '’',
                    var other => other,
                };
            }
        });
    }

    /// <summary>Ends with a question mark; pictures may stand behind it.</summary>
    public static bool Asks(string text) => WithoutPictures(text).EndsWith('?');

    /// <summary>The words at either end that a touch-up cut off; null where a smiley inside hides the place.</summary>
    public static string? Cut(string raw, string text)
    {
        var places = new List<int>(raw.Length);
        var bare = Bare(text, []);
        var from = Bare(raw, places).IndexOf(bare, StringComparison.OrdinalIgnoreCase);
        if (from < 0 || bare.IsEmpty)
        {
            return null;
        }

        var (first, last) = (places[from], places[from + bare.Length - 1]);
        return string.Join(" … ", new[] { raw[..first], raw[(last + 1)..] }.Select(end => end.Trim(' ', ',', '.', '!', ':', ';', '–', '-', '…')).Where(end => end.Any(char.IsLetterOrDigit)));
    }

    /// <summary>The letters and digits, and where they stand.</summary>
    private static ReadOnlySpan<char> Bare(string text, List<int> places)
    {
        var bare = new char[text.Length];
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsLetterOrDigit(text[index]))
            {
                bare[places.Count] = text[index];
                places.Add(index);
            }
        }

        return bare.AsSpan(0, places.Count);
    }

    /// <summary>Nothing to touch: most sentences of people who write with care.</summary>
    private static bool IsClean(string raw)
    {
        if (raw.Length < 2 || !char.IsUpper(raw[0]) || raw[^1] is not ('.' or '!' or '?') || raw.AsSpan().ContainsAny(Touchable) || raw.AsSpan().ContainsAny('«', '»', '·')
            || raw.Contains("xd", StringComparison.OrdinalIgnoreCase) || raw.AsSpan().ContainsAnyInRange('\u201C', '\uFFFF')
            || raw.Contains("  ", StringComparison.Ordinal) || raw[^2] == ' ' || raw.Contains(" - ", StringComparison.Ordinal) || raw.Contains("--", StringComparison.Ordinal) || SmallStart(raw, 0) >= 0)
        {
            return false;
        }

        var word = raw.AsSpan().IndexOfAny(WordEnds);
        return !Filler.Contains(word < 0 ? raw : raw.AsSpan(0, word)) && ReferenceEquals(WithoutTrailingFiller(raw), raw);
    }

    private static bool HasLetterOrDigit(string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string Spaced(string text) =>
        text.Contains("  ", StringComparison.Ordinal) || text.StartsWith(' ') || text.EndsWith(' ') ? string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : text;

    /// <summary>No blank stands before the mark that ends a sentence.</summary>
    private static string Closed(string text) => text.Length > 2 && text[^1] is '.' or '!' or '?' && text[^2] == ' ' ? $"{text[..^2].TrimEnd(' ')}{text[^1]}" : text;

    /// <summary>Twice, for hyphens that share their space.</summary>
    private static string Dashed(string text)
    {
        var dashed = Typed(text);
        return dashed.Contains(" - ", StringComparison.Ordinal) ? dashed.Replace(" - ", " – ", StringComparison.Ordinal).Replace(" - ", " – ", StringComparison.Ordinal) : dashed;
    }

    /// <summary>Two or three hyphens are a dash where they part words (rören--de gamla--läcker) or numbers (2019--2024). What begins with them (--snö) and addresses are written so.</summary>
    private static string Typed(string text)
    {
        var at = text.IndexOf("--", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf("--", from, StringComparison.Ordinal))
        {
            var end = text.AsSpan(at).IndexOfAnyExcept('-') is >= 0 and var length ? at + length : text.Length;
            var before = text.AsSpan(from, at - from);
            var after = text.AsSpan(end);
            var dash = end - at > 3 || IsAddress(text, at) ? null
                : at == 0 ? after is [' ', ..] ? "–" : null
                : after.IsEmpty || after[0] == ' ' ? " –"
                : before.IsEmpty || before[^1] == ' ' || !char.IsLetterOrDigit(after[0]) ? null
                : char.IsDigit(before[^1]) && char.IsDigit(after[0]) ? "–"
                : " – ";
            written.Append(dash is [' ', ..] ? before.TrimEnd(' ') : before).Append(dash ?? text.AsSpan(at, end - at));
            from = end;
        }

        return written.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The word around a place is a link, a file or the like.</summary>
    private static bool IsAddress(string text, int at)
    {
        var start = text.LastIndexOf(' ', at) + 1;
        var word = text.AsSpan(start, text.IndexOf(' ', at) is var end && end < 0 ? text.Length - start : end - start);
        return word.ContainsAny('/', '@') || word.Contains("xn--", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The same sentence as an earlier reading may have written it.</summary>
    public static bool IsSame(string one, string other) => Written(one).Equals(Written(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Says yes or no to what was asked, and goes on.</summary>
    public static bool Answers(string text) => Answering.Contains(FirstWord(text));

    private static ReadOnlySpan<char> Written(string text)
    {
        var dashed = Dashed(text).AsSpan();
        var word = FirstWord(dashed);
        var rest = dashed[word.Length..].TrimStart(" ,.!…:;–");
        return Answering.Contains(word) && !rest.IsEmpty ? rest : dashed;
    }

    /// <summary>Smileys go in every form, emoji only where the text is printed.</summary>
    private static string WithoutSmileys(string text, bool emoji)
    {
        var pictures = text.AsSpan().ContainsAnyInRange('\u203C', '\uFFFF');
        if (!pictures && !text.AsSpan().ContainsAny(":;=<^") && !text.Contains("xD", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var chunk = emoji || !pictures ? text.AsSpan(range) : WithoutEmoji(text.AsSpan(range));
            if (chunk.Length is > 0 and var left && left < text.AsSpan(range).Length && kept.Length > 0 && !chunk.ContainsAnyExcept(Marks))
            {
                // "i tre år 🙂." ends as "i tre år.", "Kom! 🙂." as "Kom!".
                kept.Append(kept[^1] is '.' or '!' or '?' ? "" : chunk);
            }
            else if (!TextParts.IsSmiley(chunk) && !TextParts.IsSmiley(chunk.TrimEnd(".!,:;…")) || chunk is "<3" && GoesOn(text.AsSpan(range.End.Value)))
            {
                kept.Append(kept.Length > 0 ? " " : "").Append(chunk);
            }
        }

        return kept.ToString();
    }

    /// <summary>A word in small letters or a number follows: barn &lt;3 år is no heart.</summary>
    private static bool GoesOn(ReadOnlySpan<char> rest) => rest.TrimStart(' ') is [var next, ..] && (char.IsLower(next) || char.IsDigit(next));

    /// <summary>Arrows say something and stay; words and numbers that a picture kept apart stay apart.</summary>
    private static string WithoutEmoji(ReadOnlySpan<char> chunk)
    {
        var kept = new StringBuilder(chunk.Length);
        var apart = false;
        foreach (var rune in chunk.EnumerateRunes())
        {
            if (IsPicture(rune) && rune.Value is not (>= 0x2190 and <= 0x21FF))
            {
                apart = true;
                continue;
            }

            kept.Append(apart && kept.Length > 0 && char.IsLetterOrDigit(kept[^1]) && Rune.IsLetterOrDigit(rune) ? " " : "").Append(rune);
            apart = false;
        }

        return kept.ToString();
    }

    private static bool IsPicture(Rune rune) => Clean.IsPictograph(rune) || rune.Value == 0x200D;

    /// <summary>The text up to the emoji and spaces at its end.</summary>
    private static ReadOnlySpan<char> WithoutPictures(ReadOnlySpan<char> text)
    {
        while (Rune.DecodeLastFromUtf16(text, out var last, out var units) == OperationStatus.Done && (last.Value == ' ' || IsPicture(last)))
        {
            text = text[..^units];
        }

        return text;
    }

    private static string Quotes(string text, string language) =>
        language == "en" || !text.AsSpan().ContainsAny("\"“„«»") ? text : text.Replace('"', '”').Replace('“', '”').Replace('„', '”').Replace('«', '”').Replace('»', '”');

    private static string WithoutBullet(string text) => text.Length > 2 && text[0] is '-' or '•' or '*' or '·' && text[1] == ' ' ? text[2..] : text;

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    /// <summary>
    /// Two fillers in a row are filler. One with nothing but a blank behind it may be a word of the sentence (Well water …): it goes before a clause
    /// of its own, and before a single word (Hej alla!) that answers no question.
    /// </summary>
    private static string WithoutLeadingFiller(string text, bool reply, bool decides)
    {
        var inRow = false;
        while (true)
        {
            var word = FirstWord(text);
            var end = word.Length;
            if (!Filler.Contains(word) || decides && Answering.Contains(word) || end < text.Length && !FillerEnds.Contains(text[end]))
            {
                return text;
            }

            var rest = text.AsSpan(end).TrimStart(' ');
            var next = FirstWord(rest);
            var goesOn = rest is [var first, ..] && (char.IsLetterOrDigit(first) || first is '"' or '”' or '“' or '’' or '‘' or '(');
            var joins = goesOn && text[end] == ' ';
            if (joins && !inRow && !Interjections.Contains(word) && !Filler.Contains(next) && !ClauseStarts.Contains(next) && (reply || TextParts.CountWords(rest.ToString()) > 1))
            {
                return text;
            }

            inRow = joins && Filler.Contains(next);
            var ok = word.Equals("ok", StringComparison.OrdinalIgnoreCase);
            text = text[end..].TrimStart(' ', ',', '.', '!', '…', ':', ';', '–');
            if (ok && text.StartsWith("so:", StringComparison.OrdinalIgnoreCase))
            {
                text = text[3..].TrimStart();
            }
        }
    }

    private static string WithoutTrailingFiller(string text)
    {
        for (var index = 0; index < TrailingFiller.Length; index++)
        {
            var bare = text.AsSpan().TrimEnd(".!,;: …–-");
            if (bare.IsEmpty || bare[^1] is not ('l' or 'L' or 'a' or 'A' or 'p' or 'P'))
            {
                return text;
            }

            if (bare.EndsWith(TrailingFiller[index], StringComparison.OrdinalIgnoreCase) && bare.Length > TrailingFiller[index].Length
                && !(TrailingFiller[index] == " typ" && IsKind(bare[..^TrailingFiller[index].Length])))
            {
                text = bare[..^TrailingFiller[index].Length].TrimEnd(" ,").ToString();
                index = -1;
            }
        }

        return text;
    }

    /// <summary>The words before typ tell of a kind.</summary>
    private static bool IsKind(ReadOnlySpan<char> before) => !before.EndsWith(',') && TextParts.Words(before.ToString()).TakeLast(3).Any(KindOf.Contains);

    private static string Capitalised(string text)
    {
        var first = 0;
        while (first < text.Length && !char.IsLetterOrDigit(text[first]))
        {
            first++;
        }

        return first < text.Length && char.IsLower(text[first]) && !IsWrittenSo(text.AsSpan(first)) ? $"{text[..first]}{char.ToUpperInvariant(text[first])}{text[(first + 1)..]}" : text;
    }

    /// <summary>Who writes without capitals ends sentences with a point all the same: "så enkelt är det. sen plogar vi."</summary>
    private static string CapitalisedInside(string text)
    {
        var at = SmallStart(text, 0);
        if (at < 0)
        {
            return text;
        }

        var written = new StringBuilder(text);
        for (; at >= 0; at = SmallStart(text, at))
        {
            written[at] = char.ToUpperInvariant(text[at]);
        }

        return written.ToString();
    }

    /// <summary>The next small letter behind a point that ends what is said; -1 when there is none.</summary>
    private static int SmallStart(string text, int from)
    {
        for (var point = text.IndexOf(". ", from, StringComparison.Ordinal); point >= 0; point = text.IndexOf(". ", point + 1, StringComparison.Ordinal))
        {
            var next = point + 2;
            if (point > 1 && next < text.Length && char.IsLower(text[next]) && char.IsLetter(text[point - 1]) && (char.IsLetter(text[point - 2]) || text[point - 2] is '\'' or '’')
                && !IsWrittenSo(text.AsSpan(next)) && !TextParts.IsAbbreviated(text.AsSpan(0, point + 1), text[next]))
            {
                return next;
            }
        }

        return -1;
    }

    /// <summary>An address, or a name with a capital inside (iPhone), is written as it is.</summary>
    private static bool IsWrittenSo(ReadOnlySpan<char> text)
    {
        var word = text.IndexOf(' ') is var end && end < 0 ? text : text[..end];
        var dot = word.IndexOf('.');
        return word.Contains("://", StringComparison.Ordinal) || dot > 1 && dot + 2 < word.Length && char.IsLetter(word[dot + 1]) && char.IsLetter(word[dot + 2]) || word.Length > 1 && char.IsUpper(word[1]) && word.ContainsAnyInRange('a', 'z');
    }

    /// <summary>A colon that leads in what follows stays.</summary>
    private static string WithEnd(string text, string language, bool asQuestion)
    {
        var last = WithoutPictures(text.AsSpan().TrimEnd("”\"’) ")).TrimEnd("”\"’) ");
        if (last.Length > 0 && (last[^1] is '.' or '!' or '?' or '…' || last[^1] == ':' && !asQuestion))
        {
            return text;
        }

        return text.TrimEnd(',', ' ', ':', ';', '–', '—') + (asQuestion && Lexicon.For(language).StartsWithQuestionWord(text) ? "?" : ".");
    }
}
