using Dialog.Core.Assignments;

namespace Dialog.Bot.Desk;

/// <summary>What the page says about readers' words, the replies to them, and what the person has said before.</summary>
public sealed record ReadersTexts
{
    public static ReadersTexts For(string language) => language == "en" ? English : Swedish;

    public required string Heading { get; init; }

    public required string NotYet { get; init; }

    public required string Nothing { get; init; }

    public required string Add { get; init; }

    public required string Pasted { get; init; }

    public required string PastedHint { get; init; }

    public required string Source { get; init; }

    public required string Url { get; init; }

    public required string Save { get; init; }

    public required Func<int, string> TooMany { get; init; }

    public required Func<int, string> TooLong { get; init; }

    public required string Empty { get; init; }

    public required string UrlWrong { get; init; }

    public required Func<string, int, string> Group { get; init; }

    public required string Unnamed { get; init; }

    public required Func<int, string> Alone { get; init; }

    public required string AloneHint { get; init; }

    public required Func<int, string> InTalk { get; init; }

    public required Func<int, string> SetAsideHeading { get; init; }

    public required string Move { get; init; }

    public required string MoveTo { get; init; }

    public required string NewGroup { get; init; }

    public required string NoGroup { get; init; }

    public required string Merge { get; init; }

    public required string MergeInto { get; init; }

    public required string Rename { get; init; }

    public required string Name { get; init; }

    public required string Aside { get; init; }

    public required string TakeUp { get; init; }

    public required Func<string, string> Ask { get; init; }

    public required string Claim { get; init; }

    public required string ClaimHint { get; init; }

    public required string ReplyTopic { get; init; }

    public required string Preview { get; init; }

    public required string Send { get; init; }

    public required Func<AssignmentState, string> AskedIn { get; init; }

    public required string See { get; init; }

    public required Func<int, string> Added { get; init; }

    public required string Moved { get; init; }

    public required string Renamed { get; init; }

    public required string IsAside { get; init; }

    public required Func<string, string> IsAsked { get; init; }

    public required string CouldNot { get; init; }

    public required string PersonGone { get; init; }

    public required string RepliesTo { get; init; }

    public required Func<int, string> Readers { get; init; }

    public required string EarlierHeading { get; init; }

    public required string SeePublished { get; init; }

    public required string Waiting { get; init; }

    public required string WaitingHint { get; init; }

    public required Func<int, string> Groups { get; init; }

    private static ReadersTexts Swedish { get; } = new()
    {
        Heading = "Läsarna",
        NotYet = "Här samlas det läsarna säger när texten är ute. Det som läggs till redan nu sparas.",
        Nothing = "Ingenting än. Klistra in kommentarer, eller skicka dem hit från Slack och Teams med ”Lägg till som reaktion”.",
        Add = "Lägg till reaktioner",
        Pasted = "Det läsarna skrev",
        PastedHint = "Klistra in många på en gång: en per rad, eller med tomma rader emellan. Namn, telefonnummer och adresser byts ut innan det sparas.",
        Source = "Var det stod",
        Url = "Adress",
        Save = "Lägg till",
        TooMany = most => $"Högst {most} åt gången.",
        TooLong = most => $"Någon av dem är längre än {most} tecken. Korta den.",
        Empty = "Skriv eller klistra in minst en reaktion.",
        UrlWrong = "Skriv hela adressen, med https://.",
        Group = (name, count) => count == 1 ? $"{name} (en läsare)" : $"{name} ({count} läsare)",
        Unnamed = "Utan namn",
        Alone = count => $"Var för sig ({count})",
        AloneHint = "De här delar inget ord med någon annan. Flytta dem till en grupp, eller låt dem stå.",
        InTalk = count => $"Frågade om i samtalet ({count})",
        SetAsideHeading = count => $"Lagt åt sidan ({count})",
        Move = "Flytta valda",
        MoveTo = "Flytta till",
        NewGroup = "En ny grupp",
        NoGroup = "Var för sig",
        Merge = "Slå ihop",
        MergeInto = "Slå ihop med",
        Rename = "Byt namn",
        Name = "Gruppens namn",
        Aside = "Lägg åt sidan",
        TakeUp = "Ta upp igen",
        Ask = name => $"Fråga {name}",
        Claim = "Läsarna skriver att … (får vara tomt)",
        ClaimHint = "Sammanfatta med egna ord, till exempel ”bänkarna står för långt från vägen”. Utan sammanfattning citeras en av läsarna.",
        ReplyTopic = "Uppföljningens rubrik",
        Preview = "Så här blir frågan",
        Send = "Skicka frågan",
        AskedIn = state => state switch
        {
            AssignmentState.Planned or AssignmentState.Assigned => "Frågan är ställd, svaret väntar.",
            AssignmentState.InProgress => "Svaret är påbörjat.",
            AssignmentState.Submitted => "Besvarad, texten granskas.",
            AssignmentState.Completed => "Besvarad och klar.",
            AssignmentState.Declined => "Ville inte svara.",
            _ => "Frågan är tillbakatagen.",
        },
        See = "Se uppföljningen",
        Added = count => count == 1 ? "En reaktion är tillagd." : $"{count} reaktioner är tillagda.",
        Moved = "Reaktionerna är flyttade.",
        Renamed = "Gruppen har fått ett annat namn.",
        IsAside = "Gruppen är lagd åt sidan.",
        IsAsked = name => $"Frågan är på väg till {name}.",
        CouldNot = "Det gick inte. Gruppen finns inte längre, eller är redan skickad. Läs om sidan.",
        PersonGone = "Personen har fått sina uppgifter raderade och går inte att fråga. Det läsarna säger finns kvar här.",
        RepliesTo = "Uppföljning av",
        Readers = count => count == 1 ? "svar till en läsare" : $"svar till {count} läsare",
        EarlierHeading = "Sagt förut om detta",
        SeePublished = "Publicerad text",
        Waiting = "Läsarna svarar",
        WaitingHint = "Flera läsare säger samma sak, och ingen har svarat dem",
        Groups = count => count == 1 ? "en grupp" : $"{count} grupper",
    };

    private static ReadersTexts English { get; } = new()
    {
        Heading = "The readers",
        NotYet = "What readers say is gathered here when the text is out. What is added now is kept.",
        Nothing = "Nothing yet. Paste comments, or send them here from Slack and Teams with “Add as a reaction”.",
        Add = "Add reactions",
        Pasted = "What the readers wrote",
        PastedHint = "Paste many at once: one a line, or with empty lines between them. Names, phone numbers and addresses are replaced before anything is stored.",
        Source = "Where it stood",
        Url = "Address",
        Save = "Add",
        TooMany = most => $"At most {most} at a time.",
        TooLong = most => $"One of them is longer than {most} characters. Shorten it.",
        Empty = "Write or paste one reaction at least.",
        UrlWrong = "Write the whole address, with https://.",
        Group = (name, count) => count == 1 ? $"{name} (one reader)" : $"{name} ({count} readers)",
        Unnamed = "Without a name",
        Alone = count => $"On their own ({count})",
        AloneHint = "These share no word with any other. Move them to a group, or let them be.",
        InTalk = count => $"Asked about in the talk ({count})",
        SetAsideHeading = count => $"Set aside ({count})",
        Move = "Move the chosen",
        MoveTo = "Move to",
        NewGroup = "A new group",
        NoGroup = "On their own",
        Merge = "Merge",
        MergeInto = "Merge with",
        Rename = "Rename",
        Name = "The group's name",
        Aside = "Set aside",
        TakeUp = "Take up again",
        Ask = name => $"Ask {name}",
        Claim = "The readers write that … (may be empty)",
        ClaimHint = "Sum it up in your own words, such as “the benches are too far from the road”. Without a summary one of the readers is quoted.",
        ReplyTopic = "Headline of the follow-up",
        Preview = "This will be the question",
        Send = "Send the question",
        AskedIn = state => state switch
        {
            AssignmentState.Planned or AssignmentState.Assigned => "The question has been put, the answer is awaited.",
            AssignmentState.InProgress => "The answer is begun.",
            AssignmentState.Submitted => "Answered, the text is under review.",
            AssignmentState.Completed => "Answered and done.",
            AssignmentState.Declined => "Did not want to answer.",
            _ => "The question is taken back.",
        },
        See = "See the follow-up",
        Added = count => count == 1 ? "One reaction is added." : $"{count} reactions are added.",
        Moved = "The reactions are moved.",
        Renamed = "The group has another name.",
        IsAside = "The group is set aside.",
        IsAsked = name => $"The question is on its way to {name}.",
        CouldNot = "It could not be done. The group is gone, or has been sent already. Read the page again.",
        PersonGone = "The person has had their data erased and cannot be asked. What readers say is kept here.",
        RepliesTo = "Follow-up to",
        Readers = count => count == 1 ? "a reply to one reader" : $"a reply to {count} readers",
        EarlierHeading = "Said before on this",
        SeePublished = "Published text",
        Waiting = "The readers answer",
        WaitingHint = "Several readers say the same, and nobody has answered them",
        Groups = count => count == 1 ? "one group" : $"{count} groups",
    };
}
