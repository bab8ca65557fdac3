namespace Dialog.Bot.Desk;

/// <summary>Why an order was not changed, or not taken.</summary>
/// <param name="Wrong">What is wrong with a field, by its name in the form.</param>
/// <param name="DateMissing">The last date was emptied.</param>
/// <param name="Ended">The question is over.</param>
/// <param name="Answered">The answers have come, and more than dates was to be other.</param>
/// <param name="DatesHint">Stands before the dates of what is answered.</param>
/// <param name="Overtaken">Somebody else has changed the same; how it is now follows.</param>
/// <param name="Again">What to do then.</param>
/// <param name="Nothing">A field that is empty now.</param>
/// <param name="NotSaved">Stands before all of them.</param>
/// <param name="OutOfReach">Somebody else was to be asked, whom nothing can be sent to.</param>
public sealed record OrderTexts(Func<string, string> Wrong, string DateMissing, string Ended, string Answered, string DatesHint, string Overtaken, string Again, string Nothing, string NotSaved, string OutOfReach)
{
    public static OrderTexts For(string language) => language == "en" ? English : Swedish;

    private static OrderTexts Swedish { get; } = new(
        field => field switch
        {
            "topic" => "Skriv en fråga, högst 200 tecken.",
            "brief" => "Hälsningen kan ha högst 4 000 tecken.",
            "publishOn" => "Skriv införandedagen som ÅÅÅÅ-MM-DD.",
            "copyDeadline" => "Skriv manusstoppet som ÅÅÅÅ-MM-DD TT:MM. Det kan inte vara efter införandedagen.",
            "name" => "Välj någon eller skriv ett namn, inte båda.",
            "deputy" => "Välj någon annan som ersättare än den som får frågan.",
            "outlets" => "Välj minst en kanal att göra utkast för.",
            "text" => "Texten kan ha högst 20 000 tecken.",
            "url" => "Skriv hela adressen, med https://.",
            _ => $"Något är fel: {field}.",
        },
        "Påminnelserna räknas från införandedagen eller manusstoppet, så båda kan inte vara tomma.",
        "Frågan är inte öppen längre, så uppdraget går inte att ändra.",
        "Svaren har kommit, så nu går det bara att ändra datumen. Ladda om sidan för att göra det.",
        "Svaren har kommit, men datumen går att ändra. Den som har svarat får veta när införandedagen ändras.",
        "Någon annan har ändrat samma sak sedan du öppnade sidan. Så här är det nu:",
        "Spara igen om det du har skrivit ska gälla i stället.",
        "tomt",
        "Ingenting är sparat. Det du har skrivit står kvar i fälten.",
        "Den du valde går inte att nå just nu. Ingen ny har fått frågan.");

    private static OrderTexts English { get; } = new(
        field => field switch
        {
            "topic" => "Write a question, at most 200 characters.",
            "brief" => "Your words to the respondent can have at most 4,000 characters.",
            "publishOn" => "Write the day in print as YYYY-MM-DD.",
            "copyDeadline" => "Write the copy deadline as YYYY-MM-DD HH:MM. It cannot be after the day in print.",
            "name" => "Choose somebody or write a name, not both.",
            "deputy" => "Choose another deputy than the person who gets the question.",
            "outlets" => "Choose at least one outlet to make drafts for.",
            "text" => "The text can have at most 20,000 characters.",
            "url" => "Write the whole address, with https://.",
            _ => $"Something is wrong: {field}.",
        },
        "The reminders are counted from the day in print or the copy deadline, so they cannot both be empty.",
        "The question is no longer open, so the assignment cannot be changed.",
        "The answers have come, so only the dates can be changed now. Reload the page to do that.",
        "The answers have come, but the dates can be changed. Who has answered is told when the day in print changes.",
        "Somebody else has changed the same since you opened the page. This is how it is now:",
        "Save again if what you have written is to count instead.",
        "empty",
        "Nothing was saved. What you have written is still in the fields.",
        "Whom you chose cannot be reached now. Nobody new has been asked.");
}
