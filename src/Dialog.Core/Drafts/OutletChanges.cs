using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>What an organisation has decided about its outlets beside what is configured: whole outlets, sizes and accounts, each in the place of the configured one.</summary>
public sealed record OutletChanges
{
    /// <summary>Everything is as configured.</summary>
    public static readonly OutletChanges None = new();

    /// <summary>Outlets that are other than configured, and those of its own.</summary>
    public ImmutableList<Outlet> Outlets { get; init; } = [];

    /// <summary>Booked sizes that are other than configured.</summary>
    public ImmutableList<AdBudget> AdSizes { get; init; } = [];

    /// <summary>All its accounts.</summary>
    public ImmutableList<Account> Accounts { get; init; } = [];

    /// <summary>With an outlet in the place of the one with its code.</summary>
    public OutletChanges With(Outlet outlet) => this with { Outlets = Outlets.RemoveAll(other => other.Code == outlet.Code).Add(outlet) };

    /// <summary>With a booked size in the place of what there was of it.</summary>
    public OutletChanges With(AdBudget size) => this with { AdSizes = AdSizes.RemoveAll(other => other.Size == size.Size).Add(size) };

    /// <summary>With an account in the place of the one with its id.</summary>
    public OutletChanges With(Account account) => this with
    {
        Accounts = Accounts.FindIndex(other => other.Id == account.Id) is >= 0 and var at ? Accounts.SetItem(at, account) : Accounts.Add(account),
    };

    /// <summary>
    /// These changes after others: an outlet that was known before is not forgotten, because there may be drafts for it; it is only not offered any more.
    /// </summary>
    /// <param name="before">What counted until now.</param>
    /// <param name="configured">What is known without any changes.</param>
    public OutletChanges After(OutletChanges before, Outlets configured) => this with
    {
        Outlets = Outlets.AddRange(before.Outlets
            .Where(outlet => configured.Known(outlet.Code) is null && !Outlets.Exists(other => other.Code == outlet.Code))
            .Select(outlet => outlet with { Retired = true })),
    };
}
