using System.Collections.Immutable;

namespace Dialog.Core.Checks;

/// <summary>Whose text it is and what the organisation has made public.</summary>
public sealed class CheckContext
{
    private readonly HashSet<string> knownNames;
    private readonly HashSet<string> knownContacts;

    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <param name="respondent">The name of the person who speaks: never a finding.</param>
    /// <param name="roster">Names of people who speak for the organisation.</param>
    /// <param name="publishedContacts">Phone numbers and addresses that anybody may read.</param>
    public CheckContext(string language, string? respondent, ImmutableList<string> roster, ImmutableList<string> publishedContacts)
    {
        Language = language;
        Words = CheckWords.For(language);
        knownNames = roster.Append(respondent ?? "").SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(name => name.ToLowerInvariant()).ToHashSet();
        knownContacts = publishedContacts.Select(contact => contact.Contains('@', StringComparison.Ordinal) ? contact.Trim().ToLowerInvariant() : Contacts.Number(contact)).ToHashSet();
    }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public string Language { get; }

    internal CheckWords Words { get; }

    /// <summary>A name, or a part of one, of the respondent or the roster; with or without the genitive's s.</summary>
    internal bool Knows(string name)
    {
        var lower = name.ToLowerInvariant();
        return knownNames.Contains(lower) || lower.EndsWith('s') && knownNames.Contains(lower[..^1].TrimEnd('\'', '’'));
    }

    /// <summary>A number as <see cref="Contacts.Number"/> writes it, or an address in lower case.</summary>
    internal bool IsPublished(string contact) => knownContacts.Contains(contact);
}
