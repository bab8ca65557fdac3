using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>Makes drafts out of answers: chooses whole sentences, never writes one.</summary>
public static class Composer
{
    /// <summary>One draft per outlet of the assignment, in the assignment's order. Same material, same bytes.</summary>
    public static ImmutableList<Draft> Compose(Material material) => throw new NotImplementedException(material.Assignment.Id);
}
