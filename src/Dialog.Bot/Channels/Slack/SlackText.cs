using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Slack's own way of writing text: reading what comes in, escaping what goes out.</summary>
internal static partial class SlackText
{
    /// <summary>Slack writes <c>:wave::skin-tone-4:</c>; the five modifiers stand at U+1F3FB and behind it.</summary>
    private static readonly (string, string)[] SkinTones = [.. Enumerable.Range(2, 5).Select(tone => ($"skin-tone-{tone}", new Rune(0x1F3FB + tone - 2).ToString()))];

    /// <summary>Exactly the three characters Slack wants escaped, so that text from people can never mention, link or ping.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A message's <c>text</c> as plain text: tokens in angle brackets read, entities unescaped once and last.</summary>
    public static string Read(string text, SlackNames names)
    {
        var plain = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
            {
                plain.Append(text, at, text.Length - at);
                break;
            }

            plain.Append(text, at, open - at).Append(Token(text[(open + 1)..close], names));
            at = close + 1;
        }

        return plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    /// <summary>
    /// A message's text as plain text, without the signs of styles, emoji as characters: Slack names them in the text (<c>:+1:</c>) and tells in the blocks which they are.
    /// One of the workspace's own keeps its name.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="names">What those it mentions are called.</param>
    /// <param name="bots">Whose mention at the very beginning only calls them.</param>
    public static string Of(JsonElement message, SlackNames names, IEnumerable<string> bots)
    {
        var text = Read(WithoutCall(SlackStyles.Without(SlackJson.Text(message, "text") ?? "", message), bots), names);
        return text.Contains(':', StringComparison.Ordinal) ? Emoji(message, "blocks").Aggregate(text, (rest, emoji) => rest.Replace($":{emoji.Name}:", emoji.Characters, StringComparison.Ordinal)) : text;
    }

    private static string WithoutCall(string text, IEnumerable<string> users)
    {
        var start = text.TrimStart();
        return start.StartsWith("<@", StringComparison.Ordinal) && users.Any(user => start.StartsWith($"<@{user}>", StringComparison.Ordinal) || start.StartsWith($"<@{user}|", StringComparison.Ordinal))
            ? start[(start.IndexOf('>', StringComparison.Ordinal) + 1)..].TrimStart(':', ',').TrimStart()
            : text;
    }

    /// <summary>Text as Slack sent it, without the tokens that only call these users.</summary>
    public static string WithoutMentions(string text, IEnumerable<string> users) =>
        users.Aggregate(text, (rest, user) => System.Text.RegularExpressions.Regex.Replace(rest, $@"<@{System.Text.RegularExpressions.Regex.Escape(user)}(\|[^>]*)?>[:,]?", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking));

    /// <summary>The ids of the people whom a text as Slack sent it mentions.</summary>
    public static IEnumerable<string> Users(string text) =>
        text.Contains("<@", StringComparison.Ordinal) ? Mention().Matches(text).Select(match => match.Groups["user"].Value) : [];

    [System.Text.RegularExpressions.GeneratedRegex("<@(?<user>[UW][A-Z0-9]+)[|>]", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex Mention();

    private static IEnumerable<(string Name, string Characters)> Emoji(JsonElement message, string name) =>
        SlackJson.Items(message, name).SelectMany(element => SlackJson.Text(element, "type") == "emoji" ? Named(element) : Emoji(element, "elements"));

    private static (string Name, string Characters)[] Named(JsonElement emoji)
    {
        var characters = string.Concat((SlackJson.Text(emoji, "unicode") ?? "").Split('-').Select(Character));
        return SlackJson.Text(emoji, "name") is { Length: > 0 } name && characters.Length > 0 ? [(name, characters), .. SkinTones] : [];
    }

    private static string Character(string hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value) ? new Rune(value).ToString() : "";

    private static string Token(string token, SlackNames names)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (token, "") : (token[..bar], token[(bar + 1)..]);
        return target switch
        {
            ['@', .. var user] => names.OfUser(user, label),
            ['#', ..] => names.OfChannel(label),
            ['!', .. var special] when special.StartsWith("date^", StringComparison.Ordinal) => label,
            ['!', .. var special] when special.StartsWith("subteam^", StringComparison.Ordinal) => label.Length > 0 ? label : "@group",
            ['!', .. var special] => $"@{special}",
            _ when target.StartsWith("mailto:", StringComparison.Ordinal) || target.StartsWith("tel:", StringComparison.Ordinal) => label.Length > 0 ? label : target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..],
            _ => label.Length == 0 || label == target ? target : IsTyped(label, target) ? label : $"{label} ({target})",
        };
    }

    /// <summary>What was typed without <c>https://</c> is an address to Slack, which leads there all the same.</summary>
    private static bool IsTyped(string label, string target)
    {
        var start = target.StartsWith("http://", StringComparison.Ordinal) ? "http://".Length : target.StartsWith("https://", StringComparison.Ordinal) ? "https://".Length : 0;
        var bare = target.AsSpan(start);
        return start > 0 && (bare.Equals(label, StringComparison.OrdinalIgnoreCase) || bare.TrimEnd('/').Equals(label, StringComparison.OrdinalIgnoreCase));
    }
}
