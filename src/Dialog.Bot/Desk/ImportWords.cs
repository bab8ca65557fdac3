using System.Text.RegularExpressions;

namespace Dialog.Bot.Desk;

/// <summary>What is wrong with a line of a table, on a Swedish page. The API says it in English; what nobody has translated stays so.</summary>
internal static partial class ImportWords
{
    private static readonly (Regex English, string Swedish)[] Known =
    [
        (Needed(), "saknas."),
        (Nobody(), "$1 är ingen som går att skriva till. Använd ett id, en e-postadress eller ett helt namn."),
        (SomebodyElse(), "ersättaren måste vara någon annan."),
        (Several(), "flera heter $1. Använd id eller e-postadress."),
        (Day(), "skriv dagen som ÅÅÅÅ-MM-DD."),
        (Time(), "skriv tiden som ÅÅÅÅ-MM-DD TT:MM, på organisationens klocka."),
        (NoColumn(), "$1 är ingen kolumn. Använd $2."),
        (ColumnNeeded(), "kolumnen $1 behövs."),
        (Twice(), "en kolumn står två gånger."),
        (MoreCells(), "det är fler celler än kolumner."),
        (MostLines(), "högst $1 rader på en gång."),
        (NoLines(), "det finns inga rader under rubrikraden."),
        (FirstLine(), "den första raden ska namnge kolumnerna: $1."),
        (Unreadable(), "det här är ingen tabell som går att läsa: $1"),
        (MostCharacters(), "högst $1 tecken."),
        (Control(), "skriv utan styrtecken."),
        (OneLine(), "skriv det på en rad."),
        (Email(), "skriv en e-postadress som anna@example.com."),
        (Zone(), "skriv tidszonen som Europe/Stockholm."),
        (Slack(), "skriv team och medlem, t.ex. T0123:U0123."),
        (Teams(), "skriv tenant och objekt-id med kolon emellan."),
        (Also(), "$1 står på rad $2 också."),
        (Different(), "adresserna tillhör olika personer."),
        (Year(), "använd ett år mellan 2000 och 2199."),
        (Planned(), "för att fråga enligt planen behövs publishOn, copyDeadline eller due."),
        (Address(), "skriv en hel adress med https://."),
        (Outlet(), "$1 är ingen kanal. Använd $2."),
        (Unknown(), "$1 är okänt. Använd $2."),
        (Choice(), "använd $1 eller $2."),
        (Use(), "använd $1."),
    ];

    /// <summary>The message in the language, with the field's name before it as it was.</summary>
    public static string Of(string message, string language)
    {
        if (language != "sv")
        {
            return message;
        }

        var (field, what) = Field().Match(message) is { Success: true } found ? (found.Value, message[found.Length..]) : ("", message);
        return Array.Find(Known, known => known.English.IsMatch(what)) is { English: { } english, Swedish: var swedish } ? field + english.Replace(what, swedish) : message;
    }

    [GeneratedRegex("^[a-zA-Z]+: ")]
    private static partial Regex Field();

    [GeneratedRegex(@"^This is needed\.$")]
    private static partial Regex Needed();

    [GeneratedRegex(@"^(.+) is nobody that can be written to\. .+$")]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^The deputy has to be somebody else\.$")]
    private static partial Regex SomebodyElse();

    [GeneratedRegex(@"^Several people are called (.+)\. Use .+$")]
    private static partial Regex Several();

    [GeneratedRegex("^Write the day as .+$")]
    private static partial Regex Day();

    [GeneratedRegex("^Write the time as .+$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(.+) is no column\. Use (.+)\.$")]
    private static partial Regex NoColumn();

    [GeneratedRegex(@"^The column (.+) is needed\.$")]
    private static partial Regex ColumnNeeded();

    [GeneratedRegex(@"^A column stands twice\.$")]
    private static partial Regex Twice();

    [GeneratedRegex(@"^There are more cells than columns\.$")]
    private static partial Regex MoreCells();

    [GeneratedRegex(@"^At most (\d+) lines at once\.$")]
    private static partial Regex MostLines();

    [GeneratedRegex(@"^There are no lines below the header\.$")]
    private static partial Regex NoLines();

    [GeneratedRegex(@"^The first line names the columns: (.+)\.$")]
    private static partial Regex FirstLine();

    [GeneratedRegex("^This is no table that can be read: (.+)$")]
    private static partial Regex Unreadable();

    [GeneratedRegex(@"^At most (\d+) characters\.$")]
    private static partial Regex MostCharacters();

    [GeneratedRegex(@"^No control characters\.$")]
    private static partial Regex Control();

    [GeneratedRegex(@"^One line\.$")]
    private static partial Regex OneLine();

    [GeneratedRegex("^Write an e-mail address .+$")]
    private static partial Regex Email();

    [GeneratedRegex("^Use an IANA name .+$")]
    private static partial Regex Zone();

    [GeneratedRegex("^Write team and member, .+$")]
    private static partial Regex Slack();

    [GeneratedRegex("^Write tenant and object id, .+$")]
    private static partial Regex Teams();

    [GeneratedRegex(@"^(.+) stands in line (\d+) too\.$")]
    private static partial Regex Also();

    [GeneratedRegex(@"^The addresses belong to different people\.$")]
    private static partial Regex Different();

    [GeneratedRegex("^Use a year between .+$")]
    private static partial Regex Year();

    [GeneratedRegex("^A planned start needs .+$")]
    private static partial Regex Planned();

    [GeneratedRegex("^Use a whole address .+$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(.+) is not an outlet\. Use (.+)\.$")]
    private static partial Regex Outlet();

    [GeneratedRegex(@"^(.+) is not known\. Use (.+)\.$")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^Use (.+) or (\S+)\.$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"^Use (.+)\.$")]
    private static partial Regex Use();
}
