using System.Text.RegularExpressions;

namespace Dialog.Bot.Tests;

/// <summary>Who may know whom. Each rule was seen red once.</summary>
public partial class WallTests
{
    private static readonly string Source = Path.Combine(Root(), "src", "Dialog.Bot");

    [Theory]
    [InlineData("Store", "Channels.Hooks|Channels.Slack|Channels.Teams|Channels.Web|Turns|Delivery|Schedule|Desk|Api|Access|Assisting|Export|Observing|Trust|Pages|SigningIn")]
    [InlineData("Turns", "Channels.Hooks|Channels.Slack|Channels.Teams|Channels.Web|Delivery|Schedule|Desk|Api|Access|Assisting|Export|Trust|Pages|SigningIn")]
    [InlineData("Delivery", "Channels.Hooks|Channels.Slack|Channels.Teams|Channels.Web|Schedule|Desk|Api|Access|Assisting|Export|Trust|Pages|SigningIn")]
    [InlineData("Schedule", "Channels|Delivery|Desk|Api|Access|Assisting|Export|Trust|Pages|SigningIn")]
    [InlineData("Channels/Slack", "Store|Delivery|Schedule|Desk|Api|Assisting|Export|Trust|Channels.Hooks|Channels.Teams|Channels.Web|Pages|SigningIn")]
    [InlineData("Channels/Teams", "Store|Delivery|Schedule|Desk|Api|Assisting|Export|Trust|Channels.Hooks|Channels.Slack|Channels.Web|Pages|SigningIn")]
    [InlineData("Channels/Web", "Delivery|Schedule|Api|Assisting|Export|Trust|Channels.Hooks|Channels.Slack|Channels.Teams|Desk|SigningIn")]
    [InlineData("Channels/Hooks", "Store|Delivery|Schedule|Desk|Api|Access|Assisting|Export|Trust|Channels.Slack|Channels.Teams|Channels.Web|Pages|SigningIn")]
    [InlineData("Observing", "Access|Turns|Channels.Hooks|Channels.Slack|Channels.Teams|Channels.Web|Delivery|Schedule|Desk|Api|Assisting|Export|Trust|Pages|SigningIn")]
    [InlineData("Access", "Delivery|Schedule|Api|Assisting|Export|Observing|Trust|Channels.Hooks|Channels.Slack|Channels.Teams|Channels.Web|Desk|Pages|SigningIn")]
    [InlineData("Export", "Access|Delivery|Schedule|Api|Observing|Trust|Channels|Desk|SigningIn")]
    [InlineData("Api", "Delivery|Schedule|Desk|Assisting|Trust|Channels.Hooks|Channels.Slack|Channels.Web|Pages|SigningIn")]
    [InlineData("Assisting", "Delivery|Schedule|Api|Export|Trust|Channels.Hooks|Channels.Slack|Channels.Teams|Desk|SigningIn|Pages|Access|Channels.Web|Turns")]
    [InlineData("Trust", "Delivery|Schedule|Api|Export|Observing|Channels|SigningIn")]
    [InlineData("Desk", "Schedule|Observing|Trust|Channels.Hooks|Channels.Slack|Channels.Teams|SigningIn")]
    [InlineData("Pages", "Store|Turns|Channels|Delivery|Schedule|Desk|Api|Access|Assisting|Export|Observing|Trust|SigningIn")]
    [InlineData("SigningIn", "Delivery|Schedule|Api|Assisting|Export|Observing|Trust|Channels.Hooks|Channels.Slack|Channels.Teams|Channels.Web")]
    public void A_room_knows_only_its_neighbours(string folder, string strangers)
    {
        var stranger = new Regex($@"\bDialog\.Bot\.({strangers.Replace(".", @"\.", StringComparison.Ordinal)})\b", RegexOptions.NonBacktracking);
        var slips = Files(folder).SelectMany(file => File.ReadLines(file).Where(line => stranger.IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));

        Assert.Empty(slips);
    }

    [Fact]
    public void No_rooms_know_each_other_in_a_circle()
    {
        var rooms = Directory.EnumerateDirectories(Source, "*", SearchOption.AllDirectories).Select(folder => Path.GetRelativePath(Source, folder)).ToDictionary(
            room => room,
            room => Files(room).Where(file => Path.GetDirectoryName(file) == Path.Combine(Source, room))
                .SelectMany(file => Room().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value.Replace('.', Path.DirectorySeparatorChar))).ToHashSet());

        Assert.Empty(InCircles(rooms));
    }

    [Fact]
    public void No_rooms_of_the_core_know_each_other_in_a_circle()
    {
        var core = Path.Combine(Root(), "src", "Dialog.Core");
        var rooms = Directory.EnumerateDirectories(core).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")).ToDictionary(
            folder => Path.GetFileName(folder),
            folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => CoreRoom().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet());

        Assert.Empty(InCircles(rooms));
    }

    private static string[] InCircles(Dictionary<string, HashSet<string>> rooms)
    {
        while (rooms.Keys.Where(room => !rooms[room].Overlaps(rooms.Keys.Where(other => other != room))).ToList() is { Count: > 0 } ends)
        {
            ends.ForEach(room => rooms.Remove(room));
        }

        return [.. rooms.Keys];
    }

    /// <summary>Elsewhere nothing is written but what was done, into the audit log.</summary>
    [Fact]
    public void Commits_happen_in_turns_delivery_the_schedule_and_the_store_only()
    {
        var committing = Files("").Where(file => Committing().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(Path.GetDirectoryName(file))).Distinct();

        Assert.Equal(["Delivery", "Schedule", "Store", "Turns"], committing.Order());
    }

    [Fact]
    public void Only_the_sender_posts_to_a_channel()
    {
        var posting = Files("").Where(file => File.ReadAllText(file).Contains("channel.SendAsync(", StringComparison.Ordinal)).Select(Path.GetFileName);

        Assert.Equal(["OutboxSender.cs"], posting);
    }

    [Fact]
    public void Nobody_reads_the_machines_clock()
    {
        var clocks = Files("").Where(file => MachineClock().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        // Where the clock is handed out: to the program, to a command that runs without it, and to connections.
        Assert.Equal(["BackupCommand.cs", "Outward.cs", "Site.cs"], clocks.Order());
    }

    /// <summary>The program may lie below the root of its host (<c>PathBase</c>): links are relative to the page's base, redirects begin with <c>~/</c>.</summary>
    [Fact]
    public void No_link_begins_at_the_hosts_root()
    {
        var links = Files("").SelectMany(file => File.ReadLines(file).Where(line => RootedLink().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));

        Assert.Empty(links);
    }

    [GeneratedRegex(@"\bDialog\.Bot\.([A-Z]\w+(\.(Hooks|Slack|Teams|Web))?)\b")]
    private static partial Regex Room();

    [GeneratedRegex(@"\bDialog\.Core\.([A-Z]\w+)\b")]
    private static partial Regex CoreRoom();

    [GeneratedRegex(@"\b(href|action|src)=""/|Redirect\(\$?""/")]
    private static partial Regex RootedLink();

    [GeneratedRegex(@"\bSaveChanges|\.(Write|WriteTogether)Async\(\(?(async )?\(?session\b|\bdatabase\.Write\w*Async\(|\bExecute(Update|Delete|Sql\w*)Async\(")]
    private static partial Regex Committing();

    [GeneratedRegex(@"\bDateTime(Offset)?\.((Utc)?Now|Today)\b|\bStopwatch\b|\bEnvironment\.Tick|\bTimeProvider\.System\b")]
    private static partial Regex MachineClock();

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Source, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal));

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dialog.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Dialog.sln was not found above the tests.");
        }

        return folder.FullName;
    }
}
