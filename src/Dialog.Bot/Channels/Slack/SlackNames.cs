using System.Collections.Frozen;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary>What the people and channels are called that a text from Slack mentions by their ids.</summary>
/// <param name="Known">Names by a user's id.</param>
/// <param name="Texts">The words for whom and what has no name here.</param>
internal sealed record SlackNames(IReadOnlyDictionary<string, string> Known, SurfaceTexts Texts)
{
    /// <summary>Nobody's name is known; the words are those of a language.</summary>
    public static SlackNames None(string language) => new(FrozenDictionary<string, string>.Empty, SurfaceTexts.For(language));

    /// <summary>A person's name.</summary>
    /// <param name="user">Slack's id of the person.</param>
    /// <param name="label">What Slack itself wrote beside the id; may be empty.</param>
    public string OfUser(string user, string label) => Known.GetValueOrDefault(user) ?? (label.Length > 0 ? label : Texts.Somebody);

    /// <summary>A channel's name; Slack writes none beside the id of one that the person cannot see, or that is private.</summary>
    public string OfChannel(string label) => label.Length > 0 ? $"#{label}" : Texts.SomeChannel;
}
