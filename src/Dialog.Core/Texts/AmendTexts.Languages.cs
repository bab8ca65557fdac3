using System.Globalization;

namespace Dialog.Core.Texts;

public sealed partial record AmendTexts
{
    private static AmendTexts Swedish { get; } = new()
    {
        Replaced = (from, to) => $"Jag bytte ”{from}” mot ”{to}”.",
        Retracted = text => $"Struket: ”{text}”",
        Written = (text, label) => $"Nu står det ”{text}” under ”{label}”.",
        Moved = label => $"Jag flyttade det till ”{label}”.",
        Filed = labels => $"Det skriver jag under ”{labels}”.",
        Right = "Stämmer det?",
        ReplaceAll = (words, places) => string.Create(CultureInfo.InvariantCulture, $"”{words}” står på {places} ställen. Byta alla?"),
        ReplaceWhat = to => $"Vad ska jag byta ut mot ”{to}”? Skriv orden som de står i ditt svar.",
        NotFound = (from, to) => $"Jag hittar inte ”{from}” i dina svar. Vilka ord ska jag byta ut mot ”{to}”?",
        NoSuchSentence = words => $"Jag hittar inget om ”{words}” i dina svar. Skriv några ord ur meningen, precis som de står.",
        ThisSentence = sentence => $"Menar du ”{sentence}”?",
        NothingToRetract = "Det finns inget svar att stryka i.",
        AddedWhere = label => $"Jag la till det under ”{label}”. Hör det till en annan fråga?",
        SoundsLike = label => $"Det där låter som ett svar på ”{label}”. Ska jag lägga det där?",
        StandsAlready = words => $"Det står ”{words}” redan, så jag ändrar ingenting.",
        Unchanged = "Då ändrar jag ingenting.",
        TakenBack = "Klart, nu är det som förut.",
        Approved = "Du har sagt ja till texten sedan dess, så den ändringen ligger fast. Skriv ”ändra varför” om du vill ändra svaret, så får du läsa texten igen.",
    };

    private static AmendTexts English { get; } = new()
    {
        Replaced = (from, to) => $"I changed “{from}” to “{to}”.",
        Retracted = text => $"Struck: “{text}”",
        Written = (text, label) => $"Now it says “{text}” under “{label}”.",
        Moved = label => $"I moved it to “{label}”.",
        Filed = labels => $"I put that under “{labels}”.",
        Right = "Is that right?",
        ReplaceAll = (words, places) => string.Create(CultureInfo.InvariantCulture, $"“{words}” stands in {places} places. Change all of them?"),
        ReplaceWhat = to => $"What should I replace with “{to}”? Write the words as they stand in your answer.",
        NotFound = (from, to) => $"I can't find “{from}” in your answers. Which words should I replace with “{to}”?",
        NoSuchSentence = words => $"I can't find anything about “{words}” in your answers. Write some words of the sentence, exactly as they stand.",
        ThisSentence = sentence => $"Do you mean “{sentence}”?",
        NothingToRetract = "There is no answer to strike anything from.",
        AddedWhere = label => $"I added it under “{label}”. Does it belong to another question?",
        SoundsLike = label => $"That sounds like an answer to “{label}”. Shall I put it there?",
        StandsAlready = words => $"It says “{words}” already, so I change nothing.",
        Unchanged = "Then I change nothing.",
        TakenBack = "Done, it is as it was.",
        Approved = "You have said yes to the text since, so that change stays. Write “edit why” to change the answer, and you will read the text again.",
    };
}
