using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Whether somebody speaks in office or in private (domain.md §2.6). Not asked when the answers tell.</summary>
internal static partial class Capacity
{
    /// <summary>Private life is told of, and nothing says in which role.</summary>
    public static bool IsUnclear(Interview interview, string? title)
    {
        var text = string.Join('\n', interview.Answers.Where(pair => pair.Key != Slot.Headline).Select(pair => pair.Value.Text));
        return PrivateWords().IsMatch(text) && !RoleWords().IsMatch(text) && (title is null || !text.Contains($"som {title}", StringComparison.OrdinalIgnoreCase) && !text.Contains($"as {title}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The sentences that tell of private life, as drafts would print them.</summary>
    public static ImmutableList<string> Sentences(Material material)
    {
        var source = new Source(material);
        return [.. material.Answers.Keys.Order().SelectMany(slot => source[slot]).Where(sentence => PrivateWords().IsMatch(sentence.Post.Text)).Select(sentence => sentence.Post.Text)];
    }

    /// <summary>"Som privatperson".</summary>
    public static bool SaysPrivate(string text) => SaysPrivateWords().IsMatch(text);

    /// <summary>"Som kommunchef".</summary>
    public static bool SaysOffice(string text, string? title) =>
        SmallTalk.IsYes(text) || SaysOfficeWords().IsMatch(text) || title is not null && text.Contains(title, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Jag är samma människa": said to the question, and no reply to it.</summary>
    public static bool SaysNeither(string text) => text.Length <= 60 && SaysNeitherWords().IsMatch(text);

    [GeneratedRegex(@"^((ja|jo|nja|men|well|but|yes)\b[ ,.!]*)*(hm+|öh+|(det )?(spelar ingen roll|gör detsamma|kvittar|beror på)|vilket som( helst)?|(jag är )?(ju )?(samma (människa|person)|bara jag|mig själv)( i båda| i arbetet| hela tiden)?|(det (där )?)?(förstår|fattar|begriper) jag inte|det är (väl |ju )?(självklart|uppenbart|samma sak)|(it )?(doesn['’]t|does not) matter|it depends|(i['’]m |i am )?the same person|i don['’]t (understand|get it)|that['’]s obvious)[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SaysNeitherWords();

    [GeneratedRegex(@"\b(mitt barn|mina barn|min (fru|man|sambo|hustru)|hemma|privat|privata|som privatperson|my (child|children|kids|wife|husband)|at home|privately|as a private person)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateWords();

    [GeneratedRegex(@"\b(i min roll|i rollen som|i mitt arbete|i arbetet|på jobbet|på mitt jobb|i mitt jobb|i tjänsten|professionell\w*|som chef|in my role|at work|in my job|professional(ly)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoleWords();

    [GeneratedRegex(@"^(som )?(privat|privatperson)\b|\bprivat, använd inte|^(as a )?private\b|^(in )?private\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysPrivateWords();

    [GeneratedRegex(@"^(som |as |inte (som )?privat|not (as a )?private|(båda|bägge|både och|båda delarna|both)[ .!]*$)|\b(jobbet|tjänsten|anställd|chef|office|work|employee|manager)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysOfficeWords();
}
