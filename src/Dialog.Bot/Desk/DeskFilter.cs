using System.Globalization;
using Dialog.Core.Assignments;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dialog.Bot.Desk;

/// <summary>What of the overview is looked at: it stands in the address bar, so that it can be kept, sent and gone back to. What cannot be read is left out.</summary>
public sealed record DeskFilter
{
    /// <summary>Every stage, also what is over.</summary>
    private const string Everything = "all";

    /// <summary>Null for what is not over yet.</summary>
    public AssignmentStage? Stage { get; init; }

    /// <summary>What is over, too.</summary>
    public bool All { get; init; }

    /// <summary>A person's id, or how the name begins.</summary>
    public string Person { get; init; } = "";

    /// <summary>Words that are looked for.</summary>
    public string Words { get; init; } = "";

    /// <summary>Any day of the month; null when it was not chosen.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>What changed last comes first, in place of the nearest copy deadline; of everything there ever was, always.</summary>
    public bool ByChange { get; init; }

    /// <summary>Where the page begins; empty for the first.</summary>
    public string After { get; init; } = "";

    /// <summary>Something is left out.</summary>
    public bool Narrows => Stage is not null || All || Person.Length > 0 || Words.Length > 0 || ByChange || After.Length > 0;

    public static DeskFilter Read(IQueryCollection query)
    {
        var status = query["status"].ToString();
        return new DeskFilter
        {
            Stage = Enum.TryParse<AssignmentStage>(status, ignoreCase: true, out var stage) && Enum.IsDefined(stage) && !char.IsAsciiDigit(status[0]) ? stage : null,
            All = status == Everything,
            Person = Short(query["person"]),
            Words = Short(query["q"]),
            Month = DateOnly.TryParseExact(query["month"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and < 2200 ? month : null,
            ByChange = query["sort"] == "changed" || status == Everything,
            After = Short(query["after"]),
        };
    }

    /// <summary>The status as the address bar has it.</summary>
    public static string Code(AssignmentStage? stage, bool all = false) => stage is { } one ? $"{char.ToLowerInvariant($"{one}"[0])}{$"{one}"[1..]}" : all ? Everything : "";

    /// <summary>A month as the address bar has it.</summary>
    public static string Code(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The overview's address with this filter.</summary>
    public string ToUrl()
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new[]
        {
            ("status", Code(Stage, All)), ("person", Person), ("q", Words), ("month", Month is { } month ? Code(month) : ""), ("sort", ByChange ? "changed" : ""), ("after", After),
        }.Where(pair => pair.Item2.Length > 0))
        {
            query.Add(key, value);
        }

        return $"./{query}";
    }

    private static string Short(string? text) => text?.Trim() is { Length: <= 200 } written ? written : "";
}
