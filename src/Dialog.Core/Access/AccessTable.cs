using System.Collections.Frozen;
using static Dialog.Core.Access.Act;
using static Dialog.Core.Access.ReviewRole;
using static Dialog.Core.Access.Whose;

namespace Dialog.Core.Access;

/// <summary>
/// Who may do what to whose (domain.md §1, §6), for chat, desk and API. What is not listed can not be done. At the desk and over the API one does
/// things to others; what is one's own is done in the talk.
/// </summary>
public static class AccessTable
{
    private static readonly FrozenDictionary<(ReviewRole, Act), Whose> Rows = new (Act Act, (ReviewRole Role, Whose Whose)[] Doers)[]
    {
        (SeeWork, [(Respondent, Own), (Editor, Anybodys), (Approver, Anybodys), (Administrator, Anybodys), (Desk, Anybodys)]),
        (ReadAnswers, [(Respondent, Own), (Editor, Anybodys), (Desk, Anybodys)]),
        (ReadDrafts, [(Respondent, Own), (Editor, Anybodys), (Approver, Anybodys), (Desk, Anybodys)]),
        (Comment, [(Editor, Anybodys), (Approver, Others), (Desk, Anybodys)]),
        (Order, [(Editor, Anybodys), (Desk, Anybodys)]),
        (SeePeople, [(Editor, Anybodys), (Approver, Anybodys), (Administrator, Anybodys), (Desk, Anybodys)]),
        (ChangePeople, [(Editor, Anybodys), (Administrator, Anybodys), (Desk, Anybodys)]),
        (GiveRoles, [(Administrator, Anybodys), (Desk, Anybodys)]),
        (ReadPersonalData, [(Respondent, Own), (Administrator, Anybodys), (Desk, Anybodys)]),
        (ErasePerson, [(Respondent, Own), (Administrator, Anybodys), (Desk, Anybodys)]),
        (SetUp, [(Editor, Anybodys), (Administrator, Anybodys), (Desk, Anybodys)]),
        (Operate, [(Administrator, Anybodys), (Desk, Anybodys)]),
        (ActForStaff, [(Desk, Others)]),
        (Act.Review, [(Editor, Anybodys), (Approver, Others), (Desk, Anybodys)]),
        (Compose, [(Respondent, Own)]),
        (Edit, [(Respondent, Own), (Editor, Anybodys), (Desk, Anybodys)]),
        (Restore, [(Editor, Anybodys), (Desk, Anybodys)]),
        (AcceptWarnings, [(Editor, Anybodys), (Desk, Anybodys)]),
        (Approve, [(Respondent, Own), (Approver, Others), (Desk, Anybodys)]),
        (RequestChanges, [(Respondent, Own), (Editor, Anybodys), (Approver, Others), (Desk, Anybodys)]),
        (Schedule, [(Editor, Anybodys), (Desk, Anybodys)]),
        (Publish, [(Editor, Anybodys), (Desk, Anybodys)]),
        (Withdraw, [(Respondent, Own), (Editor, Anybodys), (Desk, Anybodys)]),
        (Spike, [(Editor, Anybodys), (Desk, Anybodys)]),
    }.SelectMany(row => row.Doers, (row, doer) => KeyValuePair.Create((doer.Role, row.Act), doer.Whose)).ToFrozenDictionary();

    /// <summary>To whose things a role may do this; <see cref="None"/> when it may not at all.</summary>
    public static Whose Of(ReviewRole role, Act act) => Rows.GetValueOrDefault((role, act));

    /// <summary>A role may do this to those things.</summary>
    public static bool May(ReviewRole role, Act act, Whose whose) => whose != None && Of(role, act).HasFlag(whose);

    /// <summary>What is done to a draft, as an act.</summary>
    public static Act ActOf(ReviewAction action) => action switch
    {
        ReviewAction.Compose => Compose,
        ReviewAction.Edit => Edit,
        ReviewAction.Restore => Restore,
        ReviewAction.AcceptWarnings => AcceptWarnings,
        ReviewAction.Approve => Approve,
        ReviewAction.RequestChanges => RequestChanges,
        ReviewAction.Schedule => Schedule,
        ReviewAction.Publish => Publish,
        ReviewAction.Withdraw => Withdraw,
        ReviewAction.Spike => Spike,
        _ => throw new System.Diagnostics.UnreachableException(action.ToString()),
    };
}
