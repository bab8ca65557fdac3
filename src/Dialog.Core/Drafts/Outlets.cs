using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Core.Assignments;

namespace Dialog.Core.Drafts;

/// <summary>The outlets drafts can be made for and the sizes of the printed ad (domain.md §3.4, §3.5). An organisation may change both.</summary>
public sealed record Outlets
{
    /// <summary>What comes with the program.</summary>
    public static readonly Outlets BuiltIn = Load("outlets.json");

    private Outlets(ImmutableList<Outlet> all, ImmutableList<AdBudget> adSizes)
    {
        All = all;
        AdSizes = adSizes;
    }

    /// <summary>All outlets, the ad first.</summary>
    public ImmutableList<Outlet> All { get; private init; }

    /// <summary>The budgets of the booked sizes.</summary>
    public ImmutableList<AdBudget> AdSizes { get; private init; }

    /// <summary>The accounts texts go out on; an outlet without any speaks as the assignment says.</summary>
    public ImmutableList<Account> Accounts { get; private init; } = [];

    /// <summary>Outlets that are offered for a new question.</summary>
    public IEnumerable<Outlet> Offered => All.Where(outlet => !outlet.Retired);

    /// <summary>The booked sizes that are offered for a new question.</summary>
    public IEnumerable<AdBudget> OfferedSizes => AdSizes.Where(size => !size.Retired);

    /// <summary>
    /// The account a person's text goes out on: the person's own in office, else the organisation's, else the person's private one; null when there is none
    /// on the outlet.
    /// </summary>
    public Account? AccountOf(string outlet, string personId) => Accounts
        .Where(account => !account.Retired && account.Outlet == outlet && (account.PersonId is null || account.PersonId == personId))
        .MinBy(account => account.PersonId is null ? 1 : account.Register == Register.Professional ? 0 : 2);

    /// <summary>In whose voice a post of an assignment speaks there: on the organisation's account the person is quoted.</summary>
    public Voice VoiceOn(string outlet, Assignment assignment) => AccountOf(outlet, assignment.PersonId) is { PersonId: null } ? Voice.Quoted : assignment.Voice;

    /// <summary>The outlet with a code; null when there is none.</summary>
    public Outlet? Known(string code) => All.Find(outlet => outlet.Code == code);

    /// <summary>The outlet with a code.</summary>
    /// <exception cref="KeyNotFoundException">No such outlet.</exception>
    public Outlet Find(string code) => Known(code) ?? throw new KeyNotFoundException($"{code} is not an outlet.");

    /// <summary>The budget of a booked size.</summary>
    public AdBudget Of(AdSize size) => AdSizes.Find(budget => budget.Size == size) ?? throw new KeyNotFoundException($"{size} is not a size.");

    /// <summary>With an outlet added, or in the place of the one with the same code.</summary>
    public Outlets With(Outlet outlet) => this with { All = Known(outlet.Code) is { } before ? All.Replace(before, outlet) : All.Add(outlet) };

    /// <summary>With other budgets for a booked size.</summary>
    public Outlets With(AdBudget budget) => this with { AdSizes = AdSizes.ConvertAll(other => other.Size == budget.Size ? budget : other) };

    /// <summary>With what an organisation has decided in the place of what is configured.</summary>
    public Outlets With(OutletChanges changes)
    {
        var outlets = changes.Outlets.Aggregate(this, (all, outlet) => all.With(outlet));
        return changes.AdSizes.Aggregate(outlets, (all, size) => all.With(size)) with { Accounts = changes.Accounts };
    }

    private static Outlets Load(string resource)
    {
        using var stream = typeof(Outlets).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        var table = JsonSerializer.Deserialize<Table>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{resource} is empty.");
        return new Outlets(table.Outlets, table.AdSizes);
    }

    private sealed record Table(ImmutableList<Outlet> Outlets, ImmutableList<AdBudget> AdSizes);
}
