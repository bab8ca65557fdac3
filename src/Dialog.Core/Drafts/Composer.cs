using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>Makes drafts out of answers: chooses whole sentences, never writes one (domain.md §3).</summary>
public static class Composer
{
    /// <summary>One draft per outlet of the assignment, in the assignment's order. Same material, same bytes.</summary>
    public static ImmutableList<Draft> Compose(Material material)
    {
        var source = new Source(material);
        return [.. material.Assignment.Outlets.Select(code => Compose(source, material.Outlets.Find(code)))];
    }

    private static Draft Compose(Source source, Outlet outlet) => outlet.Layout switch
    {
        Layout.Ad => AdLayout.Compose(source, outlet),
        Layout.Web => WebLayout.Compose(source, outlet),
        Layout.Press => PressLayout.Compose(source, outlet),
        _ when outlet.Thread && source.Material.Assignment.Threads && ThreadLayout.Compose(source, outlet) is { } thread => thread,
        _ => PostLayout.Compose(source, outlet),
    };
}
