using System.Text.Json.Serialization;

namespace Dialog.Core.Drafts;

/// <summary>How an outlet counts the length of a text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Counting>))]
public enum Counting
{
    /// <summary>User-perceived characters (Unicode grapheme clusters): Bluesky, print, web.</summary>
    [JsonStringEnumMemberName("graphemes")] Graphemes,

    /// <summary>X: twitter-text v3 weights after NFC. Code points 0–4351, 8192–8205, 8208–8223 and 8242–8247 weigh 1, all else 2, an emoji sequence 2, a link 23 [developer.x.com, Counting characters].</summary>
    [JsonStringEnumMemberName("weighted")] Weighted,

    /// <summary>Mastodon: graphemes; a link counts 23, <c>@user@host</c> as <c>@user</c> [StatusLengthValidator].</summary>
    [JsonStringEnumMemberName("mastodon")] Mastodon,

    /// <summary>Threads: code points, an emoji as its UTF-8 bytes [developers.facebook.com, Threads Posts].</summary>
    [JsonStringEnumMemberName("threads")] Threads,

    /// <summary>Unicode code points: Facebook, LinkedIn, Instagram.</summary>
    [JsonStringEnumMemberName("characters")] Characters,

    /// <summary>Words: the whole printed ad.</summary>
    [JsonStringEnumMemberName("words")] Words,
}
