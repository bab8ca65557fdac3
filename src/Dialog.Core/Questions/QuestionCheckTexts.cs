namespace Dialog.Core.Questions;

/// <summary>What can be wrong with a question set: said beside the place, so without it.</summary>
internal sealed record QuestionCheckTexts
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string ListOfTexts { get; init; }

    public required Func<int, string> ListOfQuestions { get; init; }

    public required string QuestionSlotOnly { get; init; }

    public required string NoQuestionMark { get; init; }

    /// <summary>Its characters, and how many a button takes.</summary>
    public required Func<int, int, string> LongButton { get; init; }

    public required string Empty { get; init; }

    /// <summary>What stands there in braces, and what may; null when nothing may.</summary>
    public required Func<string, string?, string> Placeholder { get; init; }

    public required Func<string, string> MustHold { get; init; }

    /// <summary>Its words, and how many a question has at most.</summary>
    public required Func<int, int, string> ManyWords { get; init; }

    public required string NoObject { get; init; }

    /// <summary>What is known there.</summary>
    public required Func<string, string> Unknown { get; init; }

    public required string Missing { get; init; }

    /// <summary>Line and column.</summary>
    public required Func<long, long, string> NoJson { get; init; }

    public required string NoUnicode { get; init; }

    public static QuestionCheckTexts For(string language) => language == "en" ? English : Swedish;

    private static QuestionCheckTexts English { get; } = new()
    {
        Id = "use small letters a–z, digits and hyphens, at most 60",
        Version = "use a whole number from 1",
        ListOfTexts = "use a list of one or more texts",
        ListOfQuestions = most => $"use a list of at most {most} questions",
        QuestionSlotOnly = "only the slot question has templates",
        NoQuestionMark = "must end with a question mark",
        LongButton = (length, most) => $"has {length} characters; a button takes {most}",
        Empty = "is empty; write a text",
        Placeholder = (found, known) => $"{found} is not known here; use {known ?? "no braces"}",
        MustHold = placeholder => $"must hold {placeholder}",
        ManyWords = (words, most) => $"has {words} words; a question has at most {most}",
        NoObject = "is not an object { … }",
        Unknown = known => $"is not known; use {known}",
        Missing = "is missing",
        NoJson = (line, column) => $"is not JSON at line {line}, column {column}",
        NoUnicode = "holds a text that is not Unicode (half of a surrogate pair)",
    };

    private static QuestionCheckTexts Swedish { get; } = new()
    {
        Id = "skriv små bokstäver a–z, siffror och bindestreck, högst 60",
        Version = "skriv ett heltal från 1",
        ListOfTexts = "skriv en lista med en eller flera texter",
        ListOfQuestions = most => $"högst {most} färdiga frågor",
        QuestionSlotOnly = "färdiga frågor finns bara för frågan till läsarna",
        NoQuestionMark = "ska sluta med ett frågetecken",
        LongButton = (length, most) => $"har {length} tecken; en knapp rymmer {most}",
        Empty = "är tom; skriv en text",
        Placeholder = (found, known) => $"{found} är okänt här; {(known is null ? "skriv utan klamrar" : $"använd {known}")}",
        MustHold = placeholder => $"{placeholder} måste vara med",
        ManyWords = (words, most) => $"har {words} ord; en fråga har högst {most}",
        NoObject = "är inte ett objekt { … }",
        Unknown = known => $"är okänt; använd {known}",
        Missing = "saknas",
        NoJson = (line, column) => $"är inte JSON på rad {line}, tecken {column}",
        NoUnicode = "innehåller en text som inte är Unicode (ett halvt surrogatpar)",
    };
}
