using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Teams' way of writing text: reading what comes in, escaping what goes out.</summary>
internal static partial class TeamsText
{
    /// <summary>Characters that mean something anywhere in the markdown Teams renders.</summary>
    private const string Active = "\\`*_~[]|";

    /// <summary>Characters that mean something at the start of a line only: headings and lists. Escaped there alone, since chat lists show the raw text.</summary>
    private const string ActiveAtStart = "#+-";

    /// <summary>A message's text as plain text: the bot's own mention and what was quoted away, other mentions as names, markup and entities read.</summary>
    public static string Read(Activity activity)
    {
        var copy = HtmlCopy(activity);
        var html = copy is not null && (string.IsNullOrWhiteSpace(activity.Text) || Quote().IsMatch(copy)) ? copy : null;
        var text = html ?? activity.Text ?? "";
        foreach (var mention in activity.Mentions)
        {
            var mentioned = Activity.Member(mention, "mentioned");
            if (Activity.String(mentioned, "id") is { } id && id == activity.RecipientId)
            {
                var name = Activity.String(mentioned, "name");
                text = text.Replace(Activity.String(mention, "text") ?? $"<at>{name}</at>", "", StringComparison.OrdinalIgnoreCase);
                text = MentionSpan().Replace(text, span => WebUtility.HtmlDecode(span.Groups[1].Value) == name ? "" : span.Value);
            }
        }

        text = MentionTag().Replace(text, "");
        return html is not null || HtmlMessage().IsMatch(text) ? ReadHtml(text) : Decode(text);
    }

    /// <summary>Files, pictures, voice clips and cards that came with a message. Teams sends some pictures only in the HTML copy, and emoji there as pictures too.</summary>
    public static int Attachments(Activity activity)
    {
        var sent = activity.Attachments.ValueKind == JsonValueKind.Array
            ? activity.Attachments.EnumerateArray().Count(attachment => Activity.String(attachment, "contentType") is { } type && type != "text/html")
            : 0;
        return sent > 0 || HtmlCopy(activity) is not { } html ? sent : Picture().Count(Emoji().Replace(Quote().Replace(html, ""), ""));
    }

    /// <summary>A message's HTML as plain text: what was quoted away, its lines kept, emoji as characters.</summary>
    public static string ReadHtml(string html) =>
        Decode(HtmlTag().Replace(LineBreakTag().Replace(Emoji().Replace(Quote().Replace(html, ""), emoji => emoji.Groups["alt"].Value).Replace("\n", " ", StringComparison.Ordinal), "\n"), ""));

    private static string Decode(string text) => WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Trim();

    /// <summary>Plain text for a <c>markdown</c> message: shown literally, a line break stays one.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '&' when BeginsEntity(text, index):
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\n':
                    escaped.Append("\n\n");
                    break;
                case '.' when index > 0 && char.IsDigit(text[index - 1]) && StartsWithNumber(text, index):
                    escaped.Append("\\.");
                    break;
                default:
                    if (Active.Contains(character, StringComparison.Ordinal) || ActiveAtStart.Contains(character, StringComparison.Ordinal) && IsLineStart(text, index))
                    {
                        escaped.Append('\\');
                    }

                    escaped.Append(character);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Teams sends a typed message a second time, as HTML.</summary>
    private static string? HtmlCopy(Activity activity) =>
        activity.Attachments.ValueKind == JsonValueKind.Array
            ? activity.Attachments.EnumerateArray().Where(attachment => Activity.String(attachment, "contentType") == "text/html").Select(attachment => Activity.String(attachment, "content")).FirstOrDefault()
            : null;

    /// <summary>The language of a client, <c>sv</c> or <c>en</c>; the organisation's when it speaks another one or does not say.</summary>
    public static string Language(string? locale, Organisation organisation) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : locale?.StartsWith("sv", StringComparison.OrdinalIgnoreCase) == true ? "sv" : organisation.Language;

    /// <summary>"&amp;lt;" would become a bracket. Any other ampersand is shown as it is, also where the raw text is.</summary>
    private static bool BeginsEntity(string text, int at) => at + 1 < text.Length && (text[at + 1] == '#' || char.IsAsciiLetter(text[at + 1]));

    private static bool IsLineStart(string text, int index) => text.AsSpan(text.LastIndexOf('\n', index) + 1, index - text.LastIndexOf('\n', index) - 1).IsWhiteSpace();

    /// <summary>"1." at the start of a line would become a list.</summary>
    private static bool StartsWithNumber(string text, int dot)
    {
        var start = text.LastIndexOf('\n', dot) + 1;
        return text.AsSpan(start, dot - start).Trim().ToString().All(char.IsDigit);
    }

    [GeneratedRegex(@"</?(at|attachment)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MentionTag();

    [GeneratedRegex(@"<span\b[^>]*schema\.skype\.com/Mention[^>]*>([^<]*)</span>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MentionSpan();

    /// <summary>An emoji in a message's HTML; what it looks like is its alternative text.</summary>
    [GeneratedRegex(@"<(?:emoji\b|img\b(?=[^>]*schema\.skype\.com/Emoji))[^>]*?\balt=""(?<alt>[^""]{0,40})""[^>]*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Emoji();

    [GeneratedRegex(@"<img\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Picture();

    /// <summary>The message answered to, which Teams puts before the answer.</summary>
    [GeneratedRegex(@"<blockquote\b[^>]*schema\.skype\.com/Reply[^>]*>.*?</blockquote>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*<(p|div|ul|ol|blockquote)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlMessage();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|li|h[1-6]|pre|t[dh])>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreakTag();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex HtmlTag();
}
