using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>
/// Links as X sees them: with a scheme or bare, with an ending that exists (twitter-text 3.1.0, extractUrlsWithIndices; the endings are its
/// list, in <c>tlds.json</c>).
/// </summary>
internal static class XLinks
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = LoadEndings();

    /// <summary>What stands in no label of a domain.</summary>
    private static readonly SearchValues<char> NotInLabel = SearchValues.Create(
        "!'#%&()*+,\\/:;<=>?@[]^{|}~$\t\n\v\f\r \u0085\u00A0\u1680\u180E\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFFFE\uFEFF\uFFFF\u202A\u202B\u202C\u202D\u202E\u061C\u200E\u200F\u2066\u2067\u2068\u2069");

    private static readonly SearchValues<char> Path = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*';:=+,.$/%#[]-–_~@|&");
    private static readonly SearchValues<char> PathEnd = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-=_#/");
    private static readonly SearchValues<char> Query = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?*'@();:&=+$/%#[]-_.,~|");
    private static readonly SearchValues<char> QueryEnd = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_&=#/");

    /// <summary>Where the links stand, in order.</summary>
    public static List<Piece> Find(string text)
    {
        var links = new List<Piece>();
        var at = 0;
        while (text.AsSpan(at).IndexOf('.') is var found && found >= 0)
        {
            var dot = at + found;
            var start = dot;
            while (start > at && !NotInLabel.Contains(text[start - 1]))
            {
                start--;
            }

            var rest = text.AsSpan(dot).IndexOfAny(NotInLabel);
            var end = rest < 0 ? text.Length : dot + rest;
            at = Read(text, start, end, at, links);
        }

        return links;
    }

    /// <summary>Reads what may be a domain; returns where to go on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the domain may begin.</param>
    /// <param name="end">Where it ends at the latest.</param>
    /// <param name="from">Where the search began: a letter that is not ASCII there counts as what stands before the link, as in X's own library.</param>
    /// <param name="links">The links so far.</param>
    private static int Read(string text, int start, int end, int from, List<Piece> links)
    {
        while (start < end && text[start] is '-' or '_' or '.')
        {
            start++;
        }

        if (EndOfDomain(text, start, end) is not (> 0 and var domainEnd))
        {
            return end;
        }

        var scheme = SchemeStart(text, start);
        var before = scheme > 0 ? text[scheme - 1] : ' ';
        if (char.IsAsciiLetterOrDigit(before) || before is '@' or '＠' or '$' or '#' or '＃')
        {
            return domainEnd;
        }

        var linkEnd = EndOfLink(text, domainEnd);
        if (scheme < start)
        {
            links.Add(new Piece(scheme, linkEnd - scheme));
            return linkEnd;
        }

        if (before is '-' or '_' or '.' or '/')
        {
            return domainEnd;
        }

        start += start == from && !char.IsAscii(text[start]) ? 1 : 0;

        // Without a scheme only the part in Latin letters is a link.
        for (var index = domainEnd - 1; index >= start; index--)
        {
            if (!IsLatin(text[index]))
            {
                start = index + 1;
                break;
            }
        }

        if (text.AsSpan(start, domainEnd - start).IndexOf('.') > 0)
        {
            links.Add(new Piece(start, linkEnd - start));
        }

        return linkEnd;
    }

    /// <summary>Behind the last label that is an ending; 0 when there is none.</summary>
    private static int EndOfDomain(string text, int start, int end)
    {
        for (var label = end; label > start;)
        {
            var dot = text.LastIndexOf('.', label - 1, label - start);
            if (dot <= start || text[dot - 1] is '.' or '-' or '_')
            {
                if (dot <= start)
                {
                    return 0;
                }

                label = dot;
                continue;
            }

            var ending = text.AsSpan(dot + 1, label - dot - 1);
            var length = ending.IndexOfAnyExcept(PathEnd);
            length = length < 0 ? ending.Length : length;
            if (Endings.Contains(ending) && Bounds(text, label))
            {
                return label;
            }

            if (length > 0 && length < ending.Length && Endings.Contains(ending[..length]))
            {
                return dot + 1 + length;
            }

            label = dot;
        }

        return 0;
    }

    private static bool Bounds(string text, int at) => at == text.Length || !char.IsAsciiLetterOrDigit(text[at]) && text[at] is not ('@' or '+' or '-');

    private static int SchemeStart(string text, int domain)
    {
        var before = text.AsSpan(0, domain);
        return before.EndsWith("https://", StringComparison.OrdinalIgnoreCase) ? domain - "https://".Length
            : before.EndsWith("http://", StringComparison.OrdinalIgnoreCase) ? domain - "http://".Length
            : domain;
    }

    private static int EndOfLink(string text, int at)
    {
        if (at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
        }

        if (at < text.Length && text[at] == '/')
        {
            at = EndOfPath(text, at + 1);
        }

        return at < text.Length && text[at] == '?' ? EndOf(text, at + 1, Query, QueryEnd, at) : at;
    }

    private static int EndOfPath(string text, int start)
    {
        var last = start;
        for (var index = start; index < text.Length; index++)
        {
            if (text[index] == '(' && text.IndexOf(')', index) is var close && close > index + 1 && text.AsSpan(index + 1, close - index - 1).IndexOfAnyExcept(Path) < 0)
            {
                index = close;
                last = close + 1;
            }
            else if (!Path.Contains(text[index]) && !IsLetterOfPath(text[index]))
            {
                break;
            }
            else if (PathEnd.Contains(text[index]) || IsLetterOfPath(text[index]))
            {
                last = index + 1;
            }
        }

        return last;
    }

    private static int EndOf(string text, int start, SearchValues<char> inside, SearchValues<char> ending, int none)
    {
        var last = none;
        for (var index = start; index < text.Length && inside.Contains(text[index]); index++)
        {
            last = ending.Contains(text[index]) ? index + 1 : last;
        }

        return last;
    }

    private static bool IsLetterOfPath(char character) => IsLatinAccent(character) || character is >= '\u0400' and <= '\u04FF';

    private static bool IsLatin(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' || IsLatinAccent(character);

    private static bool IsLatinAccent(char character) =>
        character is (>= '\u00C0' and <= '\u024F' and not ('×' or '÷')) or (>= '\u0300' and <= '\u036F') or (>= '\u1E00' and <= '\u1EFF');

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LoadEndings()
    {
        using var stream = typeof(XLinks).Assembly.GetManifestResourceStream("tlds.json") ?? throw new InvalidOperationException("tlds.json is not part of the program.");
        return (JsonSerializer.Deserialize<string[]>(stream) ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
