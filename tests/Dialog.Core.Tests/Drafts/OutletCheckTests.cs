using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts;

/// <summary>What an organisation may not decide about its outlets, and whose account a text goes out on.</summary>
public class OutletCheckTests
{
    private static readonly AdBudget Quarter = Outlets.BuiltIn.Of(AdSize.Quarter);

    [Fact]
    public void What_comes_with_the_program_can_be() =>
        Assert.Empty(OutletCheck.Find(new OutletChanges { Outlets = Outlets.BuiltIn.All, AdSizes = Outlets.BuiltIn.AdSizes }, Outlets.BuiltIn, "sv"));

    [Fact]
    public void Columns_that_are_wider_than_the_ad_cannot_be() =>
        Assert.Equal(["adSizes.quarter.columnMm"], Paths(new OutletChanges { AdSizes = [Quarter with { ColumnMm = Quarter.WidthMm / Quarter.Columns + 1 }] }));

    [Fact]
    public void A_target_above_the_limit_cannot_be()
    {
        var x = Outlets.BuiltIn.Find("x");

        Assert.Equal(["outlets.x.target"], Paths(new OutletChanges { Outlets = [x with { Target = x.HardLimit! with { Value = x.HardLimit.Value + 1 } }] }));
    }

    [Fact]
    public void A_text_goes_out_on_the_persons_own_account_in_office_before_the_organisations_and_on_a_private_one_last()
    {
        Account[] all = [Of("private", "anna", Register.Private), Of("town", null, Register.Professional), Of("office", "anna", Register.Professional)];
        for (var left = all; left.Length > 0; left = left[..^1])
        {
            Assert.Equal(left[^1].Id, Outlets.BuiltIn.With(new OutletChanges { Accounts = [.. left] }).AccountOf("x", "anna")!.Id);
        }

        static Account Of(string id, string? person, Register register) => new() { Id = id, Outlet = "x", Name = id, PersonId = person, Register = register };
    }

    private static IEnumerable<string> Paths(OutletChanges changes) => OutletCheck.Find(changes, Outlets.BuiltIn, "sv").Select(mistake => mistake.Path);
}
