namespace Dialog.Core.Access;

/// <summary>What somebody can want to do. Every route of desk and API names one; who may is <see cref="AccessTable"/>.</summary>
public enum Act
{
    /// <summary>See what was asked of whom, when it is due and how far it is.</summary>
    SeeWork,

    /// <summary>Read answers and the talk they were given in.</summary>
    ReadAnswers,

    /// <summary>Read drafts with their history, and the finished copy.</summary>
    ReadDrafts,

    /// <summary>Read and write what staff says to each other about passages of drafts.</summary>
    Comment,

    /// <summary>Ask questions, change and take back what was ordered, plan series, note what readers said.</summary>
    Order,

    /// <summary>See who there is, their hours and days away.</summary>
    SeePeople,

    /// <summary>Add people who are asked, and change what is known of anybody but their roles.</summary>
    ChangePeople,

    /// <summary>Decide who is editor, approver and administrator.</summary>
    GiveRoles,

    /// <summary>Have all that is stored of a person.</summary>
    ReadPersonalData,

    /// <summary>Erase a person.</summary>
    ErasePerson,

    /// <summary>Change what is asked in interviews, where texts go out, and the accounts they go out on.</summary>
    SetUp,

    /// <summary>See and mend how the program runs: workspaces, deliveries, settings.</summary>
    Operate,

    /// <summary>Act in the name of somebody of the staff.</summary>
    ActForStaff,

    /// <summary>Come with an order about a draft; which one is allowed, the rows below and the draft's file decide.</summary>
    Review,

    /// <summary><see cref="ReviewAction.Compose"/></summary>
    Compose,

    /// <summary><see cref="ReviewAction.Edit"/></summary>
    Edit,

    /// <summary><see cref="ReviewAction.Restore"/></summary>
    Restore,

    /// <summary><see cref="ReviewAction.AcceptWarnings"/></summary>
    AcceptWarnings,

    /// <summary><see cref="ReviewAction.Approve"/></summary>
    Approve,

    /// <summary><see cref="ReviewAction.RequestChanges"/></summary>
    RequestChanges,

    /// <summary><see cref="ReviewAction.Schedule"/></summary>
    Schedule,

    /// <summary><see cref="ReviewAction.Publish"/></summary>
    Publish,

    /// <summary><see cref="ReviewAction.Withdraw"/></summary>
    Withdraw,

    /// <summary><see cref="ReviewAction.Spike"/></summary>
    Spike,
}
