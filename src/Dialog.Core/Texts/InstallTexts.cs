namespace Dialog.Core.Texts;

/// <summary>What an administrator reads after allowing the app in a workspace.</summary>
public sealed record InstallTexts
{
    private static readonly InstallTexts Swedish = new()
    {
        Language = "sv",
        Installed = workspace => $"Dialog är installerad i {workspace}. Leta upp appen Dialog i Slack och skriv hej.",
        Waiting = "Dialog är installerad. Den börjar svara när någon som är inloggad på redaktionen har bekräftat att arbetsytan är er.",
        Cancelled = "Inget installerades. Börja om när du vill.",
        BadState = "Installationen kunde inte kopplas till den här webbläsaren. Börja om från början, i samma webbläsare och inom tio minuter.",
        NotInstalled = "Slack godtog inte installationen. Försök en gång till; går det inte, se vad som står i programmets logg.",
        ScopesMissing = scopes => $"Dialog är installerad men saknar rättigheter: {scopes}. Installera igen och godkänn alla.",
        ToDesk = "Till redaktionen",
    };

    private static readonly InstallTexts English = new()
    {
        Language = "en",
        Installed = workspace => $"Dialog is installed in {workspace}. Find the app Dialog in Slack and say hi.",
        Waiting = "Dialog is installed. It begins to answer when somebody signed in at the desk has confirmed that the workspace is yours.",
        Cancelled = "Nothing was installed. Begin again whenever you like.",
        BadState = "The installation could not be matched with this browser. Begin again, in the same browser and within ten minutes.",
        NotInstalled = "Slack did not accept the installation. Try once more; if it does not work, see the program's log.",
        ScopesMissing = scopes => $"Dialog is installed but lacks permissions: {scopes}. Install it again and allow all.",
        ToDesk = "To the desk",
    };

    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static InstallTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>All is well: the workspace's name.</summary>
    public required Func<string, string> Installed { get; init; }

    /// <summary>Somebody at the desk has to say yes.</summary>
    public required string Waiting { get; init; }

    /// <summary>The administrator said no.</summary>
    public required string Cancelled { get; init; }

    /// <summary>Not the browser that began, too late, or twice.</summary>
    public required string BadState { get; init; }

    /// <summary>Slack said no.</summary>
    public required string NotInstalled { get; init; }

    /// <summary>Scopes that were not granted.</summary>
    public required Func<string, string> ScopesMissing { get; init; }

    /// <summary>Link to the desk.</summary>
    public required string ToDesk { get; init; }
}
