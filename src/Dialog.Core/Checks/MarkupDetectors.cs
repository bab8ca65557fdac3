using System.Buffers;

namespace Dialog.Core.Checks;

/// <summary>What a platform, a page or a spreadsheet would obey: mentions of everybody, links that lie, tags, formulas, direction controls.</summary>
internal static class MarkupDetectors
{
    private const int LongestTag = 300;

    /// <summary>What any of it begins with.</summary>
    private static readonly SearchValues<char> PlainSigns = SearchValues.Create("<@[{&=+");

    /// <summary>The same, and what is not found on a keyboard.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("<@＠[{&=+\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private static readonly string[] Everybody = ["all", "channel", "here", "everyone", "alla", "kanalen"];

    public static void Find(CheckText read)
    {
        var text = read.Text;
        var signs = text.AsSpan().ContainsAnyInRange('\u202A', '\uFFFF') ? Signs : PlainSigns;
        for (var at = NextSign(text, signs, 0); at < text.Length; at = NextSign(text, signs, at + 1))
        {
            switch (text[at])
            {
                case '<':
                    at = Math.Max(at, Angle(read, at) - 1);
                    break;
                case '@' or '＠' when at == 0 || !char.IsLetterOrDigit(text[at - 1]):
                    Mention(read, at);
                    break;
                case '[':
                    MarkdownLink(read, at);
                    break;
                case '{':
                    Braces(read, at);
                    break;
                case '&':
                    Entity(read, at);
                    break;
                case (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                    read.Add(Detector.BidiControl, Severity.Medium, at, 1);
                    break;
                case '=' or '+' or '@' when at == 0 || text[at - 1] == '\n':
                    Formula(read, at);
                    break;
            }
        }
    }

    private static int NextSign(ReadOnlySpan<char> text, SearchValues<char> signs, int from) => text[from..].IndexOfAny(signs) is var found && found < 0 ? text.Length : from + found;

    /// <summary>A Slack mention, a Slack or HTML link, or a tag; returns where it ends, or its start when it is none of these.</summary>
    private static int Angle(CheckText read, int start)
    {
        var text = read.Text;
        var close = text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>');
        if (close < 2)
        {
            return start;
        }

        var end = start + close + 1;
        var inner = text.AsSpan(start + 1, close - 1);
        if (inner is "!channel" or "!here" or "!everyone" || inner.StartsWith("!channel|") || inner.StartsWith("!here|") || inner.StartsWith("!everyone|") || inner.StartsWith("!subteam^") || inner.StartsWith("@U") || inner.StartsWith("@W"))
        {
            read.Add(Detector.BroadcastMention, Severity.High, start, end - start);
            return end;
        }

        if (inner is "at" || inner.StartsWith("at "))
        {
            var after = text.IndexOf("</at>", end, StringComparison.OrdinalIgnoreCase);
            end = after < 0 ? end : after + "</at>".Length;
            read.Add(Detector.BroadcastMention, Severity.High, start, end - start);
            return end;
        }

        var bar = inner.IndexOf('|');
        if (bar > 0 && inner.Contains(':') && Links.Differ(inner[(bar + 1)..], inner[..bar]))
        {
            read.Add(Detector.DisguisedLink, Severity.High, start, end - start);
            return end;
        }

        if (!char.IsAsciiLetter(inner[0]) && !(inner[0] is '/' or '!' && inner.Length > 1 && (char.IsAsciiLetter(inner[1]) || inner[1] == '-')))
        {
            return start;
        }

        var name = inner.TrimStart('/').IndexOfAnyExcept(Links.NameCharacters) is var stop && stop < 0 ? "" : inner.TrimStart('/')[stop..];
        if (!name.IsEmpty && !char.IsWhiteSpace(name[0]) && name[0] != '/')
        {
            return start;
        }

        HtmlLink(read, start, end, inner);
        read.Add(Detector.Markup, Severity.Medium, start, end - start);
        return end;
    }

    private static void HtmlLink(CheckText read, int start, int end, ReadOnlySpan<char> tag)
    {
        var href = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        var label = read.Text.AsSpan(end);
        var close = label[..Math.Min(label.Length, LongestTag)].IndexOf('<');
        if (href > 0 && close > 0 && Links.Differ(label[..close], tag[(href + "href=".Length)..].Trim("\"' ")))
        {
            read.Add(Detector.DisguisedLink, Severity.High, start, end - start + close);
        }
    }

    private static void Mention(CheckText read, int at)
    {
        var rest = read.Text.AsSpan(at + 1);
        foreach (var name in Everybody)
        {
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]) && rest[name.Length] is not ('_' or '-')))
            {
                read.Add(Detector.BroadcastMention, Severity.High, at, name.Length + 1);
                return;
            }
        }
    }

    /// <summary>[label](target).</summary>
    private static void MarkdownLink(CheckText read, int at)
    {
        var text = read.Text.AsSpan(at, Math.Min(LongestTag, read.Text.Length - at));
        var middle = text.IndexOf("](");
        var end = middle < 0 ? -1 : text[middle..].IndexOf(')');
        if (end > 0 && Links.Differ(text[1..middle], text.Slice(middle + 2, end - 2)))
        {
            read.Add(Detector.DisguisedLink, Severity.High, at, middle + end + 1);
        }
    }

    /// <summary>{name}, {{name}}: an unfilled place of a template.</summary>
    private static void Braces(CheckText read, int at)
    {
        if (at > 0 && read.Text[at - 1] == '{')
        {
            return;
        }

        var text = read.Text.AsSpan(at, Math.Min(LongestTag, read.Text.Length - at));
        var close = text.IndexOfAny('}', '\n');
        if (close > 1 && text[close] == '}')
        {
            read.Add(Detector.Markup, Severity.Medium, at, close + 1 + (close + 1 < text.Length && text[close + 1] == '}' ? 1 : 0));
        }
    }

    private static void Entity(CheckText read, int at)
    {
        var text = read.Text.AsSpan(at, Math.Min(10, read.Text.Length - at));
        var close = text.IndexOf(';');
        if (close > 2 && (text[1] == '#' || text[1..close].IndexOfAnyExceptInRange('a', 'z') < 0))
        {
            read.Add(Detector.Markup, Severity.Medium, at, close + 1);
        }
    }

    /// <summary>A line that a spreadsheet would calculate: =SUM(…), +HYPERLINK(…), @IF(…), =cmd|….</summary>
    private static void Formula(CheckText read, int at)
    {
        var line = read.Text.AsSpan(at);
        line = line.IndexOf('\n') is var end && end >= 0 ? line[..end] : line;
        var name = line[1..].TrimStart("=+-@ ");
        var stop = name.IndexOfAnyExcept(Links.NameCharacters);
        if (stop > 0 && name[stop] is '(' or '|' && char.IsAsciiLetter(name[0]))
        {
            read.Add(Detector.Formula, Severity.Medium, at, line.Length);
        }
    }
}
