namespace Dialog.Bot.Desk;

/// <summary>What is said where the interview's questions are edited, tried and taken back.</summary>
public sealed record QuestionEditTexts
{
    public required string Edit { get; init; }

    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Label { get; init; }

    public required string Question { get; init; }

    public required string Covered { get; init; }

    public required string CoveredHint { get; init; }

    public required string FollowUps { get; init; }

    public required string FollowUpsHint { get; init; }

    public required string Templates { get; init; }

    public required string TemplatesHint { get; init; }

    public required Func<int, string> Line { get; init; }

    public required string Check { get; init; }

    public required string Save { get; init; }

    public required string Leave { get; init; }

    public required string Fine { get; init; }

    public required Func<int, string> Mistakes { get; init; }

    public required string Unchanged { get; init; }

    /// <summary>Number, who and when of the version that came in between.</summary>
    public required Func<int, string, string, string> Stale { get; init; }

    public required string TryHint { get; init; }

    public required Func<string, string> Saved { get; init; }

    public required Func<string, string> WentBack { get; init; }

    public required string AtTheDesk { get; init; }

    public required Func<string, string> Overrules { get; init; }

    public required string History { get; init; }

    public required string NoHistory { get; init; }

    public required Func<int, string> Version { get; init; }

    public required string AsConfigured { get; init; }

    public required Func<int, string> From { get; init; }

    public required string GoBack { get; init; }

    public required string Show { get; init; }

    public required string Default { get; init; }

    public required Func<int, string> Looking { get; init; }

    public static QuestionEditTexts For(string language) => language == "en" ? English : Swedish;

    private static QuestionEditTexts Swedish { get; } = new()
    {
        Edit = "Ändra frågorna",
        Title = "Ändra frågorna",
        Intro = "Det du sparar gäller intervjuer som börjar därefter; en påbörjad intervju behåller sina frågor. De sju frågorna och deras ordning är fasta, texterna är era. Högst 25 ord i varje, på båda språken.",
        Label = "Rubrik",
        Question = "Frågan",
        Covered = "Om det redan är berört",
        CoveredHint = "Får lämnas tomt. {sentence} är personens egen mening.",
        FollowUps = "Följdfrågor",
        FollowUpsHint = "En per rad; Dialog växlar mellan raderna. Tomt ställer ingen följdfråga. {words} är personens egna ord och kan användas vid abstrakt och fackord.",
        Templates = "Färdiga frågor",
        TemplatesHint = "Knappar för den som inte kommer på någon fråga till läsarna. Högst fyra, en per rad, högst 40 tecken.",
        Line = number => $"Rad {number}",
        Check = "Kontrollera",
        Save = "Spara som ny version",
        Leave = "Lämna utan att spara",
        Fine = "Allt är rätt skrivet.",
        Mistakes = count => count == 1 ? "En sak behöver ändras:" : $"{count} saker behöver ändras:",
        Unchanged = "Inget är ändrat, så inget sparades.",
        Stale = (version, who, at) => $"{who} sparade version {version} {at}, medan du skrev. Det du har skrivit är kvar här. Titta på den versionen först; sparar du nu läggs din efter den.",
        TryHint = "Prova det som står i formuläret nu, innan det sparas.",
        Saved = name => $"Sparat. Nya intervjuer använder {name}.",
        WentBack = name => $"Klart. Nya intervjuer använder {name}.",
        AtTheDesk = "Ändrade här vid redaktionen",
        Overrules = what => $"I konfigurationen: {what}. Det som är sparat här går före.",
        History = "Versioner",
        NoHistory = "Inget är ändrat här än. Det som konfigurationen säger gäller.",
        Version = number => $"Version {number}",
        AsConfigured = "som i konfigurationen",
        From = number => $"tillbaka till version {number}",
        GoBack = "Gå tillbaka till den",
        Show = "Visa",
        Default = "Gå tillbaka till konfigurationens",
        Looking = number => $"Du tittar på version {number}. Den används inte nu.",
    };

    private static QuestionEditTexts English { get; } = new()
    {
        Edit = "Change the questions",
        Title = "Change the questions",
        Intro = "What you save counts for interviews that begin afterwards; an interview under way keeps its questions. The seven questions and their order are fixed, the texts are yours. At most 25 words in each, in both languages.",
        Label = "Heading",
        Question = "The question",
        Covered = "If it was touched already",
        CoveredHint = "May be left empty. {sentence} is the person's own sentence.",
        FollowUps = "Follow-ups",
        FollowUpsHint = "One a line; Dialog varies between the lines. Empty asks no follow-up. {words} are the person's own words, for abstract and jargon.",
        Templates = "Ready-made questions",
        TemplatesHint = "Buttons for somebody who has no question to the readers. At most four, one a line, at most 40 characters.",
        Line = number => $"Line {number}",
        Check = "Check",
        Save = "Save as a new version",
        Leave = "Leave without saving",
        Fine = "Everything is written as it should be.",
        Mistakes = count => count == 1 ? "One thing needs a change:" : $"{count} things need a change:",
        Unchanged = "Nothing is changed, so nothing was saved.",
        Stale = (version, who, at) => $"{who} saved version {version} {at}, while you were writing. What you have written is still here. Look at that version first; if you save now, yours comes after it.",
        TryHint = "Try what stands in the form now, before it is saved.",
        Saved = name => $"Saved. New interviews use {name}.",
        WentBack = name => $"Done. New interviews use {name}.",
        AtTheDesk = "Changed here at the desk",
        Overrules = what => $"Configured: {what}. What is saved here goes before it.",
        History = "Versions",
        NoHistory = "Nothing has been changed here yet. What is configured counts.",
        Version = number => $"Version {number}",
        AsConfigured = "as configured",
        From = number => $"back to version {number}",
        GoBack = "Go back to it",
        Show = "Show",
        Default = "Go back to what is configured",
        Looking = number => $"You are looking at version {number}. It is not in use now.",
    };
}
