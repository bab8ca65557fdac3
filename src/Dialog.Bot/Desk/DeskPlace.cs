namespace Dialog.Bot.Desk;

/// <summary>The desk's places, as its navigation lists them.</summary>
public enum DeskPlace
{
    /// <summary>None of them: an assignment, a person, a message.</summary>
    None,

    /// <summary>What needs somebody, the board, the month.</summary>
    Overview,

    /// <summary>A new question.</summary>
    New,

    /// <summary>Recurring questions.</summary>
    Series,

    /// <summary>Who is asked.</summary>
    People,

    /// <summary>The interview's questions.</summary>
    Questions,

    /// <summary>Where texts are published.</summary>
    Outlets,

    /// <summary>What went out, by month.</summary>
    Archive,

    /// <summary>How the program is doing.</summary>
    Operation,

    /// <summary>How it is set up.</summary>
    Settings,
}
