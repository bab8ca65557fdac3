using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Readers;

/// <summary>A reader's words with the group they stand in.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Text">The words.</param>
/// <param name="Group">Opaque id of the group; null while they stand alone.</param>
public sealed record HeardVoice(string Id, string Text, string? Group);

/// <summary>Voices that belong together.</summary>
/// <param name="Group">The group they join; null is a new one.</param>
/// <param name="Voices">Their ids.</param>
public sealed record Gathering(string? Group, ImmutableList<string> Voices);

/// <summary>
/// Groups what readers say by the words they share. The same voices in the same order always give the same groups, and which word made a group can be told.
/// What somebody has put in a group stays there.
/// </summary>
public static class Antitheses
{
    /// <summary>A group is called by at most so many of its words.</summary>
    private const int MostWords = 2;

    /// <summary>Where those that stand alone belong: in a group that speaks of the same, or in a new one of two at least. What is not named goes on standing alone.</summary>
    /// <param name="voices">All voices about one text, oldest first.</param>
    /// <param name="topic">What was published. Its own words part nobody: all speak of it.</param>
    public static ImmutableList<Gathering> Gather(ImmutableList<HeardVoice> voices, string topic)
    {
        var topical = Themes.Of(topic).Select(theme => theme.Stem).ToHashSet();
        var stems = voices.ToDictionary(voice => voice.Id, voice => Themes.Of(voice.Text).Select(theme => theme.Stem).Where(stem => !topical.Contains(stem)).ToHashSet());
        var alone = voices.Where(voice => voice.Group is null).ToList();
        var gatherings = ImmutableList.CreateBuilder<Gathering>();
        var groups = voices.Where(voice => voice.Group is not null).GroupBy(voice => voice.Group!).Select(group => (Id: group.Key, Stems: Uniting([.. group.Select(voice => stems[voice.Id])]))).ToList();
        foreach (var found in alone
            .Select(voice => (voice.Id, Group: groups.OrderByDescending(group => group.Stems.Count(stems[voice.Id].Contains)).FirstOrDefault(group => group.Stems.Exists(stems[voice.Id].Contains)).Id))
            .Where(pair => pair.Group is not null).GroupBy(pair => pair.Group).ToList())
        {
            gatherings.Add(new Gathering(found.Key, [.. found.Select(pair => pair.Id)]));
            alone.RemoveAll(voice => found.Any(pair => pair.Id == voice.Id));
        }

        while (Strongest(alone, stems) is { } stem)
        {
            var together = alone.FindAll(voice => stems[voice.Id].Contains(stem));
            gatherings.Add(new Gathering(null, [.. together.Select(voice => voice.Id)]));
            alone.RemoveAll(together.Contains);
        }

        return gatherings.ToImmutable();
    }

    /// <summary>What a group is called as long as nobody has named it: the words most of its voices share, as the first of them wrote them; empty when they share none.</summary>
    public static string NameOf(IReadOnlyList<string> texts, string topic)
    {
        var topical = Themes.Of(topic).Select(theme => theme.Stem).ToHashSet();
        var themes = texts.SelectMany(text => Themes.Of(text)).GroupBy(theme => theme.Stem).Where(theme => theme.Count() > texts.Count / 2 && (theme.Count() > 1 || texts.Count == 1)).ToList();
        var telling = themes.FindAll(theme => !topical.Contains(theme.Key)) is { Count: > 0 } other ? other : themes;
        return string.Join(", ", telling.OrderByDescending(theme => theme.Count()).ThenByDescending(theme => theme.Key.Length).Take(MostWords).Select(theme => theme.First().Word));
    }

    /// <summary>The voice that stands for its group: it shares most words with the others, and is short.</summary>
    public static string Example(IReadOnlyList<string> texts)
    {
        var counts = texts.SelectMany(text => Themes.Of(text)).GroupBy(theme => theme.Stem).ToDictionary(theme => theme.Key, theme => theme.Count());
        return texts.OrderByDescending(text => Themes.Of(text).Sum(theme => counts[theme.Stem] - 1)).ThenBy(text => text.Length).First();
    }

    /// <summary>Stems that at least half of a group's voices share.</summary>
    private static List<string> Uniting(List<HashSet<string>> voices) =>
        [.. voices.SelectMany(stems => stems).GroupBy(stem => stem).Where(stem => stem.Count() * 2 >= voices.Count && (stem.Count() > 1 || voices.Count == 1)).Select(stem => stem.Key)];

    /// <summary>The stem that most of the voices share, the longer one where two are shared as much; null when none is shared.</summary>
    private static string? Strongest(List<HeardVoice> voices, Dictionary<string, HashSet<string>> stems) => voices
        .SelectMany(voice => stems[voice.Id]).GroupBy(stem => stem).Where(stem => stem.Count() > 1)
        .OrderByDescending(stem => stem.Count()).ThenByDescending(stem => stem.Key.Length).ThenBy(stem => stem.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
