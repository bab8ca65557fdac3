namespace Dialog.Bot.Turns;

/// <summary>Whether readers' words are put to the person when they come.</summary>
internal enum Asking
{
    /// <summary>They are kept until an editor puts them.</summary>
    Never,

    /// <summary>While the talk they are about is the newest, in it; not when something is published.</summary>
    InTalk,

    /// <summary>Also when something is published, as a reply of its own.</summary>
    Always,
}
