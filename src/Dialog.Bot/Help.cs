namespace Dialog.Bot;

/// <summary>What the command line offers.</summary>
internal static class Help
{
    public static int Print()
    {
        Console.WriteLine("""
            Dialog asks people why, in Teams, Slack and the browser, and drafts the ad and the posts in their own words.

              dotnet run --project src/Dialog.Bot                    start: http://localhost:5080, data in ./data
              dotnet run --project src/Dialog.Bot -- --help          this text
              … -- manifest slack --url https://dialog.example.com   the Slack app's manifest with your address; --socket for Socket Mode
              … -- manifest teams --app-id … --url …                 the Teams app's package, dialog-teams.zip

            Any configuration key can be given after --, e.g. --Urls http://localhost:6000 --Organisation:Name "Katrineholms kommun",
            or as an environment variable, e.g. Slack__SigningSecret. The keys are listed in README.md.
            """);
        return 0;
    }
}
