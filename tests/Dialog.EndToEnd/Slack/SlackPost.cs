using System.Text.Json;

namespace Dialog.EndToEnd.Slack;

/// <summary>A message in a fake Slack conversation.</summary>
/// <param name="Channel">The conversation.</param>
/// <param name="Ts">Its identity there.</param>
/// <param name="User">Who wrote it.</param>
/// <param name="Text">Its text as Slack holds it: escaped.</param>
internal sealed record SlackPost(string Channel, string Ts, string User, string Text)
{
    public JsonElement? Blocks { get; init; }

    public JsonElement? Metadata { get; init; }

    /// <summary>The thread it stands in, if any.</summary>
    public string? Thread { get; init; }

    /// <summary>This is what <c>chat.update</c> made of the message.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>The text as a person reads it.</summary>
    public string PlainText => Text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Every button, in order.</summary>
    public IReadOnlyList<SlackButton> Buttons => Blocks is not { } blocks ? [] :
    [
        .. from block in blocks.EnumerateArray()
           where block.GetProperty("type").GetString() == "actions"
           from element in block.GetProperty("elements").EnumerateArray()
           where element.GetProperty("type").GetString() == "button"
           select new SlackButton(
               block.GetProperty("block_id").GetString()!,
               element.GetProperty("action_id").GetString()!,
               element.TryGetProperty("value", out var value) ? value.GetString()! : "",
               element.GetProperty("text").GetProperty("text").GetString()!),
    ];

    public override string ToString() => $"{(IsUpdate ? "update" : "post")} {Channel} {Ts} {User}: {Text}";
}
