using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Turns;

/// <summary>A question set on its way to be saved at the desk: it gets the name and the number that it will be known by.</summary>
internal static class QuestionDraft
{
    private const int LongestId = 60;

    /// <summary>Reads a whole set as JSON. Which number it says does not matter.</summary>
    /// <param name="shelf">What it will stand behind.</param>
    /// <param name="seen">The version of the desk's that it was made from.</param>
    /// <param name="json">The set.</param>
    /// <param name="language">Of the mistakes.</param>
    public static QuestionSetReading Read(QuestionShelf shelf, int seen, string json, string language)
    {
        var reading = QuestionSetReader.Read(json, language);
        return reading.Set is { } set ? new QuestionSetReading(Numbered(shelf, seen, set.Id == QuestionSets.BuiltIn.Newest.Id ? null : set.Id, set), []) : reading;
    }

    /// <summary>The name that the organisation's questions have: their own, or else the organisation's.</summary>
    /// <param name="shelf">What is in force.</param>
    /// <param name="organisation">Whose questions they are.</param>
    public static string IdOf(QuestionShelf shelf, Organisation organisation) => shelf.Sets.Newest.Id is var id && id != QuestionSets.BuiltIn.Newest.Id ? id : Slug(organisation.Name);

    /// <summary>The number is higher than that of what is configured and of each version before.</summary>
    private static QuestionSet Numbered(QuestionShelf shelf, int seen, string? id, QuestionSet set)
    {
        var root = JsonNode.Parse(set.Json)!;
        root["id"] = id ?? $"{set.Id[..Math.Min(set.Id.Length, LongestId - 5)]}-own";
        root["version"] = (shelf.Configured.Id == id ? shelf.Configured.Version : 0) + seen + 1;
        return QuestionSetReader.Read(root.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })).Set!;
    }

    private static string Slug(string name)
    {
        var plain = new StringBuilder();
        foreach (var mark in name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(mark => CharUnicodeInfo.GetUnicodeCategory(mark) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.IsAsciiLetterLower(mark) || char.IsAsciiDigit(mark) ? mark : '-');
        }

        var words = string.Join('-', plain.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "own" : words[..Math.Min(words.Length, LongestId)].TrimEnd('-');
    }
}
