using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>How an outlet counts the length of a text.</summary>
public enum Counting
{
    /// <summary>User-perceived characters (Unicode grapheme clusters): Bluesky, print, web.</summary>
    Graphemes,

    /// <summary>X: twitter-text v3 weights after NFC. Code points 0–4351, 8192–8205, 8208–8223 and 8242–8247 weigh 1, all else 2, an emoji sequence 2, a link 23 [developer.x.com, Counting characters].</summary>
    Weighted,

    /// <summary>Mastodon: graphemes; a link counts 23, <c>@user@host</c> as <c>@user</c> [StatusLengthValidator].</summary>
    Mastodon,

    /// <summary>Threads: code points, an emoji as its UTF-8 bytes [developers.facebook.com, Threads Posts].</summary>
    Threads,

    /// <summary>Unicode code points: Facebook, LinkedIn, Instagram.</summary>
    Characters,

    /// <summary>Words: the whole printed ad.</summary>
    Words,
}

/// <summary>Counts the length of texts.</summary>
public static partial class Counter
{
    /// <summary>What a link counts on X and on Mastodon, however long it is.</summary>
    private const int LinkLength = 23;

    private const string CountryCodes =
        "ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bw|by|bz|ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|fm|fo|fr|ga|gb|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|mk|ml|mm|mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|ps|pt|pw|py|qa|re|ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw";

    /// <summary>The length of a text by a rule.</summary>
    public static int Count(string text, Counting counting) => counting switch
    {
        Counting.Graphemes => Graphemes(text),
        Counting.Weighted => Weighted(text.Normalize(NormalizationForm.FormC)),
        Counting.Mastodon => Mastodon(text),
        Counting.Threads => text.EnumerateRunes().Sum(rune => IsEmoji(rune) ? rune.Utf8SequenceLength : 1),
        Counting.Characters => text.Length - text.Count(char.IsLowSurrogate),
        _ => TextParts.Words(text).Count,
    };

    private static int Graphemes(string text) => IsSimple(text) ? text.Length : new StringInfo(text).LengthInTextElements;

    private static int Weighted(string text)
    {
        var length = 0;
        var at = 0;
        if (text.Contains('.', StringComparison.Ordinal))
        {
            foreach (var link in XLink().EnumerateMatches(text))
            {
                length += Weigh(text[at..link.Index]) + LinkLength;
                at = link.Index + link.Length;
            }
        }

        return length + Weigh(text[at..]);
    }

    private static int Weigh(string text)
    {
        if (IsSimple(text))
        {
            return text.Length;
        }

        var weight = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            weight += Rune.GetRuneAt(element, 0) is var first && (IsEmoji(first) && first.Value > 0x2190 || element.Contains('\u20E3', StringComparison.Ordinal))
                ? 2
                : element.EnumerateRunes().Sum(rune => rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2);
        }

        return weight;
    }

    private static int Mastodon(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            text = HttpLink().Replace(text, new string('x', LinkLength));
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            text = Handle().Replace(text, "$1");
        }

        return Graphemes(text);
    }

    /// <summary>Emoji proper; joiners and variation selectors count with them.</summary>
    private static bool IsEmoji(Rune rune) => rune.Value is 0x200D or 0xFE0F || Clean.IsPictograph(rune) && rune.Value is not (>= 0x2190 and <= 0x21FF);

    /// <summary>Nothing that combines: one UTF-16 unit is one of everything.</summary>
    private static bool IsSimple(string text)
    {
        foreach (var character in text)
        {
            if (character >= 0x300 && character is not ('–' or '—' or '”' or '“' or '’' or '‘') || character == '\r')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A link as X sees it: with a scheme or bare, but only with an ending that exists.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}@.#_-])(?:https?://)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|org|net|edu|gov|info|biz|int|dev|app|news|online|site|blog|" + CountryCodes + @")(?![\p{L}\p{N}_-])(?::\d+)?(?:/[^\s]*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex XLink();

    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase)]
    private static partial Regex HttpLink();

    [GeneratedRegex(@"(@\w+)@[\w.-]+\w")]
    private static partial Regex Handle();
}
