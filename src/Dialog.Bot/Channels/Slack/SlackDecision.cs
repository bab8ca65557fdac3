namespace Dialog.Bot.Channels.Slack;

/// <summary>What an error code of the Web API leads to.</summary>
internal enum SlackDecision
{
    /// <summary>Too fast: the method waits, the message is kept.</summary>
    Wait,

    /// <summary>Nothing was done and it may work later.</summary>
    Later,

    /// <summary>It may have been done: look before repeating.</summary>
    Look,

    /// <summary>The token is renewed once, then the call is made again; a token that cannot be renewed is looked at as one that is not let in.</summary>
    Refresh,

    /// <summary>If <c>auth.test</c> says so, too, nothing more is sent in the workspace.</summary>
    StopWorkspace,

    /// <summary>An administrator has to change something; the message is kept and tried now and then.</summary>
    Admin,

    /// <summary>The conversation is opened anew, once.</summary>
    Reopen,

    /// <summary>The person cannot be reached in Slack.</summary>
    Unreachable,

    /// <summary>The message to be changed is gone: there is nothing left to change. The desk shows it, unless somebody deleted the message.</summary>
    Gone,

    /// <summary>Slack does not like what we wrote: once more as plain text, and into the log.</summary>
    PlainText,

    /// <summary>A modal or reply address is too old: the person is asked to press again.</summary>
    TooLate,

    /// <summary>Somebody was faster; what is there now is read anew.</summary>
    Reload,

    /// <summary>What was wanted is so already.</summary>
    Done,

    /// <summary>Given up; the desk shows why.</summary>
    GiveUp,
}
