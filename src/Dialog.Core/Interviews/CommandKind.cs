namespace Dialog.Core.Interviews;

/// <summary>What a person can tell the bot to do with the talk itself.</summary>
public enum CommandKind
{
    /// <summary>What can I do here?</summary>
    Help,

    /// <summary>Ask me again.</summary>
    Repeat,

    /// <summary>Next question, this one stays open.</summary>
    Skip,

    /// <summary>The answer is complete.</summary>
    Done,

    /// <summary>The answer is complete and no follow-up is wanted.</summary>
    ThatIsAll,

    /// <summary>Change an earlier answer.</summary>
    Edit,

    /// <summary>Back to the answer before this question.</summary>
    Back,

    /// <summary>What have I said so far?</summary>
    Status,

    /// <summary>Show me the drafts.</summary>
    Drafts,

    /// <summary>I have answered that: next question.</summary>
    AlreadySaid,

    /// <summary>Go on where we were.</summary>
    Resume,

    /// <summary>Stop the interview.</summary>
    Cancel,

    /// <summary>Throw the answers away and begin again.</summary>
    StartOver,

    /// <summary>Take the last thing back.</summary>
    Undo,

    /// <summary>Why do you ask?</summary>
    WhyAsked,

    /// <summary>The other assignment, please.</summary>
    Switch,

    /// <summary>Stop reminding me.</summary>
    NoReminders,

    /// <summary>You may remind me again.</summary>
    Reminders,

    /// <summary>What do you keep of me, and why?</summary>
    Privacy,

    /// <summary>Give me all that is kept of me.</summary>
    MyData,

    /// <summary>Erase all that is kept of me.</summary>
    EraseMe,

    /// <summary>What did I say before on this?</summary>
    Before,

    /// <summary>Speak Swedish.</summary>
    Swedish,

    /// <summary>Speak English.</summary>
    English,
}
