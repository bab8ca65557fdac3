namespace Dialog.Core.Drafts;

/// <summary>Stands in until the outlets are merged.</summary>
public sealed record Outlet(string Code)
{
    public string Name(string language) => Code + language;

    public string UnitName(string language) => Code + language;
}

public static class Outlets
{
    public static IReadOnlyList<Outlet> All { get; } = [new("ad")];

    public static Outlet Find(string code) => new(code);
}
