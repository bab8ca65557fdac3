namespace Dialog.EndToEnd.Interviews;

/// <summary>A person talking with the bot on one channel.</summary>
internal interface ITalk
{
    /// <summary>The person writes; back when the program has acknowledged it.</summary>
    Task SayAsync(string text);

    /// <summary>The bot's next message that was not yet looked at.</summary>
    Task<string> HearAsync();
}
