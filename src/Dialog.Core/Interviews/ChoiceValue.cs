using System.Globalization;
using Dialog.Core.Calendars;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>What a button gives back: the prompt it stood under and what it does.</summary>
public static class ChoiceValue
{
    public const string Go = "go";
    public const string Later = "later";
    public const string Tomorrow = "tomorrow";
    public const string Here = "here";
    public const string Monday = "monday";
    public const string WrongPerson = "wrong-person";
    public const string Skip = "skip";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Strike = "strike";
    public const string Another = "another";
    public const string AnotherOf = "another-";
    public const string AnotherFrom = "another+";
    public const string Edit = "edit";
    public const string EditSlot = "edit-slot-";
    public const string AddTo = "add-to-";
    public const string New = "new";
    public const string Change = "change";
    public const string Rest = "rest";
    public const string Withdraw = "withdraw";
    public const string Template = "template-";
    public const string Undo = "undo-";
    public const string Which = "which-";
    public const string Words = "words-";
    public const string At = "at-";
    public const string All = "all";
    public const string Last = "last";
    public const string Rewrite = "rewrite";
    public const string Editor = "editor";
    public const string Private = "private";
    public const string Wish = "wish-";
    public const string WishLater = "wish-later";

    private const int SecondsOfOnePress = 10;

    public static string UndoOf(int change) => string.Create(CultureInfo.InvariantCulture, $"{Undo}{change}");

    /// <summary>What could be told in a word as well.</summary>
    public static string WishOf(CommandKind kind) => $"{Wish}{kind}";

    /// <summary>It can be pressed whatever is asked. Being done is about the question it stands under.</summary>
    public static bool IsWish(string verb) => verb.StartsWith(Wish, StringComparison.Ordinal) && verb != WishOf(CommandKind.Done);

    public static string WhichOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Which}{index}");

    /// <summary>"I am there" under a message that told these days away.</summary>
    public static string HereOf(DateSpan told) => string.Create(CultureInfo.InvariantCulture, $"{Here}-{told.First.DayNumber}-{told.Last.DayNumber}");

    /// <summary>The days away that were told above the button "I am there"; null when it does not say, as in earlier versions.</summary>
    public static DateSpan? ToldOf(string verb) =>
        verb.Split('-') is [Here, var first, var last] ? new DateSpan(Day(first), Day(last)) : null;

    /// <summary>An instant, to the minute.</summary>
    public static string AtMinute(DateTimeOffset instant) => string.Create(CultureInfo.InvariantCulture, $"{At}{instant.ToUnixTimeSeconds() / 60}");

    /// <summary>The number behind a verb's beginning; null when there is none.</summary>
    public static int? Number(string verb, string start) =>
        verb.StartsWith(start, StringComparison.Ordinal) && int.TryParse(verb.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The answer that a button offers to change: for a channel that has a form for it. Null for every other button.</summary>
    public static Slot? SlotToEdit(string value) =>
        Read(value) is { Verb: var verb } && verb.StartsWith(EditSlot, StringComparison.Ordinal) && Enum.TryParse<Slot>(verb[EditSlot.Length..], out var slot) ? slot : null;

    /// <summary>
    /// What a press is known by. A double click and a channel that delivers twice are one press; a button that stays where it is (what is left out, change, another) may be
    /// pressed again some seconds later.
    /// </summary>
    public static string PressOf(string value, DateTimeOffset at) =>
        Read(value) is { Verb: var verb } && (verb is Rest or Edit or Another || verb.StartsWith(AnotherFrom, StringComparison.Ordinal))
            ? string.Create(CultureInfo.InvariantCulture, $"{value}@{at.ToUnixTimeSeconds() / SecondsOfOnePress}")
            : value;

    public static string Write(string prompt, string verb) => $"{prompt}:{verb}";

    /// <summary>Prompt and verb; null for anything a button of ours would not say.</summary>
    public static (string Prompt, string Verb)? Read(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && value[0] == 'p' && value.Length <= 60 ? (value[..colon], value[(colon + 1)..]) : null;
    }

    private static DateOnly Day(string number) => DateOnly.FromDayNumber(int.Parse(number, CultureInfo.InvariantCulture));
}
