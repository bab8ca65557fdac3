namespace Dialog.Core.Checks;

/// <summary>What the word lists say of a word. Each is a list of <c>checks-sv.json</c> and <c>checks-en.json</c>.</summary>
[Flags]
internal enum Mark : long
{
    None = 0,
    Insults = 1,
    NotInsults = 1 << 1,
    Emotions = 1 << 2,
    Political = 1 << 3,
    NotPolitical = 1 << 4,
    Health = 1 << 5,
    Individuals = 1 << 6,
    OwnHealth = 1 << 7,
    Between = 1 << 8,
    Children = 1 << 9,
    Classes = 1 << 10,
    Clients = 1 << 11,
    Kin = 1 << 12,
    AgePersons = 1 << 13,
    Titles = 1 << 14,
    Streets = 1 << 15,
    BareStreets = 1 << 16,
    NotStreets = 1 << 17,
    Directions = 1 << 18,
    Months = 1 << 19,
    Asides = 1 << 20,
    AsideStarts = 1 << 21,
    ChatSpelling = 1 << 22,
    Misspelled = 1 << 23,
    Common = 1 << 24,
    Other = 1 << 25,
    Organisations = 1 << 26,
    OrganisationEnds = 1 << 27,
    Places = 1 << 28,
    FirstNames = 1 << 29,
    AmbiguousNames = 1 << 30,
}
