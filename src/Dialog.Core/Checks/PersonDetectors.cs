using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Children, clients and patients, health, and names of others.</summary>
internal static class PersonDetectors
{
    /// <summary>A first-person word this near tells that the health is the speaker's own.</summary>
    private const int OwnHealthReach = 4;

    public static void Find(CheckText read)
    {
        var names = Names.Find(read);
        var ages = Ages.Find(read, names);
        if (names.Count == 0 && ages.Count == 0 && !read.Has(Mark.Health))
        {
            return;
        }

        var clients = read.SentencesWith(Mark.Clients);
        var health = read.SentencesWith(Mark.Health);
        var individuals = read.SentencesWith(Mark.Individuals);
        foreach (var (_, first, _) in names)
        {
            individuals[read.SentenceOf(first)] = true;
        }

        foreach (var (_, word) in ages)
        {
            individuals[read.SentenceOf(word)] = true;
        }

        Children(read, names);
        foreach (var place in names.Where(name => Near(clients, read.SentenceOf(name.First)) || Near(health, read.SentenceOf(name.First))).Select(name => name.Place)
            .Concat(ages.Where(age => Near(clients, read.SentenceOf(age.Word)) || Near(health, read.SentenceOf(age.Word))).Select(age => age.Place)))
        {
            read.Add(Detector.ClientOrPatient, Severity.High, place);
        }

        foreach (var (place, word) in read.With(Mark.Health))
        {
            var personal = Near(individuals, read.SentenceOf(word)) || IsOwn(read, word);
            read.Add(Detector.Health, personal ? Severity.High : Severity.Low, place);
        }

        foreach (var (place, _, _) in names.Where(name => !read.Holds(name.Place, Detector.Child, Detector.ClientOrPatient, Detector.Address)))
        {
            read.Add(Detector.PersonName, Severity.Low, place);
        }
    }

    private static void Children(CheckText read, List<(Piece Place, int First, int Last)> names)
    {
        var children = read.With(Mark.Children).Select(child => child.Word).ToLookup(read.SentenceOf);
        foreach (var (place, first, last) in names)
        {
            var schoolClass = Names.ClassAfter(read, last);
            if (schoolClass > 0)
            {
                read.Add(Detector.Child, Severity.High, place.Start, read.Words[schoolClass].End - place.Start);
            }
            else if (children[read.SentenceOf(first)].Any(child => !IsParent(read, last, child)))
            {
                read.Add(Detector.Child, Severity.High, place);
            }
        }
    }

    /// <summary>The child is the named one's: Elsa … hennes dotter, Elsas dotter. A name behind the child may be the child's own.</summary>
    private static bool IsParent(CheckText read, int last, int child) =>
        child > last && read.Adjacent(child - 1)
        && read.Words[child].Of(read.Lower) is "son" or "sons" or "dotter" or "daughter" or "daughters" or "barn" or "child" or "children" or "kids" or "barnbarn"
        && (read.Words[child - 1].Of(read.Lower) is "hennes" or "hans" or "hens" or "deras" or "her" or "his" or "their" || child - 1 == last && read.Words[last].Of(read.Lower)[^1] == 's');

    /// <summary>In the sentence, the one before or the one after.</summary>
    private static bool Near(bool[] sentences, int at) =>
        sentences[at] || at > 0 && sentences[at - 1] || at + 1 < sentences.Length && sentences[at + 1];

    /// <summary>Jag blev sjukskriven, min depression; not: jag arbetar med demens.</summary>
    private static bool IsOwn(CheckText read, int word)
    {
        for (var before = word - 1; before >= 0 && word - before <= OwnHealthReach && read.SentenceOf(before) == read.SentenceOf(word); before--)
        {
            if (read.Is(before, Mark.Between))
            {
                return false;
            }

            if (read.Is(before, Mark.OwnHealth))
            {
                return true;
            }
        }

        return false;
    }
}
