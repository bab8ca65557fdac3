using System.Globalization;
using Dialog.Core.Assignments;

namespace Dialog.Bot.Desk;

/// <summary>What the overview says.</summary>
public sealed record OverviewTexts
{
    private static readonly CultureInfo SwedishCulture = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    public static OverviewTexts For(string language) => language == "en" ? English : Swedish;

    public required CultureInfo Culture { get; init; }

    public required string Title { get; init; }

    public required string Now { get; init; }

    public required string NothingNow { get; init; }

    public required string Board { get; init; }

    public required string Calendar { get; init; }

    /// <summary>The way to other months.</summary>
    public required string Months { get; init; }

    /// <summary>The way through a list that is longer than a page.</summary>
    public required string Pages { get; init; }

    public required string List { get; init; }

    public required string Late { get; init; }

    public required Func<int, string> LateHint { get; init; }

    public required string ToReview { get; init; }

    public required Func<int, string> ToReviewHint { get; init; }

    public required string Unsent { get; init; }

    public required Func<int, string> UnsentHint { get; init; }

    public required string Look { get; init; }

    public required Func<AssignmentStage, string> Stage { get; init; }

    /// <summary>When the column's lines are none.</summary>
    public required string EmptyColumn { get; init; }

    /// <summary>So many, or more than are counted.</summary>
    public required Func<int, string> Count { get; init; }

    public required Func<int, string> All { get; init; }

    public required Func<int, string> Warnings { get; init; }

    public required string Earlier { get; init; }

    public required string Later { get; init; }

    public required string Today { get; init; }

    public required string CopyDeadline { get; init; }

    public required string Publication { get; init; }

    public required Func<int, string> More { get; init; }

    public required string EmptyMonth { get; init; }

    public required string Status { get; init; }

    public required string OpenOnes { get; init; }

    public required string Everything { get; init; }

    public required string Person { get; init; }

    public required string Words { get; init; }

    public required string Month { get; init; }

    public required string Sort { get; init; }

    public required string ByDeadline { get; init; }

    public required string ByChange { get; init; }

    public required string Show { get; init; }

    public required string Clear { get; init; }

    public required string NoneFit { get; init; }

    public required string NextPage { get; init; }

    public required string FirstPage { get; init; }

    public required string FirstSteps { get; init; }

    public required string FirstStepsHint { get; init; }

    public required string StepAsk { get; init; }

    public required string StepTry { get; init; }

    public required string StepConnect { get; init; }

    public required string StepSeries { get; init; }

    public string MonthName(DateOnly month)
    {
        var name = month.ToString("MMMM yyyy", Culture);
        return char.ToUpper(name[0], Culture) + name[1..];
    }

    /// <summary>Short and long names of the days, Monday first.</summary>
    public IEnumerable<(string Short, string Long)> Weekdays => Enumerable.Range(1, 7).Select(day => (Culture.DateTimeFormat.AbbreviatedDayNames[day % 7].TrimEnd('.'), Culture.DateTimeFormat.DayNames[day % 7]));

    private static OverviewTexts Swedish { get; } = new()
    {
        Culture = SwedishCulture,
        Title = "Översikt",
        Now = "Att göra nu",
        NothingNow = "Ingenting väntar på dig just nu.",
        Board = "Uppdragen",
        Calendar = "Kalender",
        Months = "Byt månad",
        Pages = "Bläddra",
        List = "Lista",
        Late = "Försenat",
        LateHint = count => count == 1 ? "Manusstoppet har passerat" : "Manusstoppen har passerat",
        ToReview = "Att granska",
        ToReviewHint = count => count == 1 ? "Utkast väntar på beslut" : "Utkast väntar på beslut",
        Unsent = "Inte levererat",
        UnsentHint = count => count == 1 ? "Ett meddelande kom inte fram, eller så är det okänt" : $"{Number(SwedishCulture, count, "fler än")} meddelanden kom inte fram, eller så är det okänt",
        Look = "Titta",
        Stage = stage => stage switch
        {
            AssignmentStage.Planned => "Planerat",
            AssignmentStage.Assigned => "Väntar på svar",
            AssignmentStage.InProgress => "Svarar",
            AssignmentStage.Review => "Att granska",
            AssignmentStage.Approved => "Godkänt",
            AssignmentStage.Published => "Publicerat",
            _ => "Avslutat",
        },
        EmptyColumn = "Inget här",
        Count = count => Number(SwedishCulture, count, "fler än"),
        All = count => $"Visa {(count > OverviewRead.MostCounted ? "alla" : count == 1 ? "uppdraget" : $"alla {count.ToString("N0", SwedishCulture)}")}",
        Warnings = count => count == 1 ? "1 allvarlig varning" : $"{count} allvarliga varningar",
        Earlier = "Föregående månad",
        Later = "Nästa månad",
        Today = "idag",
        CopyDeadline = "Manusstopp",
        Publication = "Införandedag",
        More = count => $"{count} till",
        EmptyMonth = "Inga manusstopp eller införandedagar den här månaden.",
        Status = "Läge",
        OpenOnes = "Inte avslutade",
        Everything = "Alla",
        Person = "Person",
        Words = "Ord i fråga, svar eller utkast",
        Month = "Månad",
        Sort = "Ordning",
        ByDeadline = "Närmast manusstopp",
        ByChange = "Senast ändrat",
        Show = "Visa",
        Clear = "Rensa",
        NoneFit = "Inget uppdrag passar. Ändra urvalet, eller rensa det.",
        NextPage = "Nästa sida",
        FirstPage = "Första sidan",
        FirstSteps = "Börja här",
        FirstStepsHint = "Dialog frågar en person i taget, i Teams, Slack eller webbläsaren, och gör utkast av svaren med personens egna ord.",
        StepAsk = "Ställ den första frågan",
        StepTry = "Prova själv i chatten",
        StepConnect = "Anslut Teams eller Slack",
        StepSeries = "Lägg upp månadsannonsen som serie",
    };

    private static OverviewTexts English { get; } = new()
    {
        Culture = EnglishCulture,
        Title = "Overview",
        Now = "To do now",
        NothingNow = "Nothing waits for you right now.",
        Board = "Assignments",
        Calendar = "Calendar",
        Months = "Other months",
        Pages = "More of the list",
        List = "List",
        Late = "Late",
        LateHint = count => count == 1 ? "The copy deadline has passed" : "Copy deadlines have passed",
        ToReview = "To review",
        ToReviewHint = _ => "Drafts wait for a decision",
        Unsent = "Not delivered",
        UnsentHint = count => count == 1 ? "A message did not arrive, or it is not known" : $"{Number(EnglishCulture, count, "more than")} messages did not arrive, or it is not known",
        Look = "Look",
        Stage = stage => stage switch
        {
            AssignmentStage.Planned => "Planned",
            AssignmentStage.Assigned => "Waiting for answers",
            AssignmentStage.InProgress => "Answering",
            AssignmentStage.Review => "To review",
            AssignmentStage.Approved => "Approved",
            AssignmentStage.Published => "Published",
            _ => "Ended",
        },
        EmptyColumn = "Nothing here",
        Count = count => Number(EnglishCulture, count, "more than"),
        All = count => $"Show {(count > OverviewRead.MostCounted ? "all" : count == 1 ? "it" : $"all {count.ToString("N0", EnglishCulture)}")}",
        Warnings = count => count == 1 ? "1 serious warning" : $"{count} serious warnings",
        Earlier = "Previous month",
        Later = "Next month",
        Today = "today",
        CopyDeadline = "Copy deadline",
        Publication = "Publication",
        More = count => $"{count} more",
        EmptyMonth = "No copy deadlines or publications this month.",
        Status = "State",
        OpenOnes = "Not ended",
        Everything = "All",
        Person = "Person",
        Words = "Words in question, answer or draft",
        Month = "Month",
        Sort = "Order",
        ByDeadline = "Nearest copy deadline",
        ByChange = "Changed last",
        Show = "Show",
        Clear = "Clear",
        NoneFit = "No assignment fits. Change what you look for, or clear it.",
        NextPage = "Next page",
        FirstPage = "First page",
        FirstSteps = "Start here",
        FirstStepsHint = "Dialog asks one person at a time, in Teams, Slack or the browser, and makes drafts of the answers in the person's own words.",
        StepAsk = "Ask the first question",
        StepTry = "Try the chat yourself",
        StepConnect = "Connect Teams or Slack",
        StepSeries = "Set up the monthly ad as a series",
    };

    private static string Number(CultureInfo culture, int count, string more) =>
        count > OverviewRead.MostCounted ? $"{more} {OverviewRead.MostCounted.ToString("N0", culture)}" : count.ToString("N0", culture);
}
