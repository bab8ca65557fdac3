using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dialog.Bot.Tests.Trust;

/// <summary>What the documents about trust say can be looked up.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Root = WallTests.Root();

    [Fact]
    public void Every_package_is_listed_with_its_licence_and_why()
    {
        var packages = XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).Order(StringComparer.Ordinal);
        var listed = Rows(File.ReadAllText(Path.Combine(Root, "docs", "dependencies.md"))).Where(cells => cells[0] is not ("package" or "---")).ToList();

        Assert.Equal(packages, listed.Select(cells => cells[0]).Order(StringComparer.Ordinal));
        Assert.All(listed, cells => Assert.True(cells.Length == 3 && cells[1].Length > 0 && cells[2].Length > 5, string.Join('|', cells)));
    }

    [Fact]
    public void Every_package_is_locked_with_its_hash_and_a_known_vulnerability_fails_the_build()
    {
        foreach (var project in new[] { "src", "tests", "benchmarks" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)))
        {
            var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"));
            var packages = JsonDocument.Parse(text).RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(graph => graph.Value.EnumerateObject()).Where(package => package.Value.GetProperty("type").GetString() != "Project").ToList();

            Assert.NotEmpty(packages);
            Assert.All(packages, package => Assert.True(package.Value.GetProperty("contentHash").GetString()!.Length == 88 && package.Value.TryGetProperty("resolved", out _), package.Name));
            Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        }

        var settings = XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants().ToDictionary(property => property.Name.LocalName, property => property.Value);
        Assert.Equal(("true", "true", "all", "low", "true"), (settings["RestorePackagesWithLockFile"], settings["NuGetAudit"], settings["NuGetAuditMode"], settings["NuGetAuditLevel"], settings["TreatWarningsAsErrors"]));
        Assert.Equal("NU1603;NU1900", settings["WarningsNotAsErrors"]);
    }

    [Fact]
    public void Every_test_that_the_threat_model_names_exists()
    {
        var text = File.ReadAllText(Path.Combine(Root, "docs", "security.md"));
        var named = Named().Matches(text).Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).Distinct().ToList();
        var missing = named.Where(test => !Directory.EnumerateFiles(Path.Combine(Root, "tests"), $"{test.Class}.cs", SearchOption.AllDirectories).Any(file => File.ReadAllText(file).Contains($" {test.Method}(", StringComparison.Ordinal)));

        Assert.True(named.Count > 40, $"Only {named.Count} tests are named.");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_threat_has_a_defence_and_a_test()
    {
        var threats = Rows(Section(File.ReadAllText(Path.Combine(Root, "docs", "security.md")), "## Threats")).Where(cells => cells[0] is not ("threat" or "---")).ToList();

        Assert.True(threats.Count >= 15, $"Only {threats.Count} threats.");
        Assert.All(threats, cells => Assert.True(cells.Length == 3 && cells[1].Length > 20 && Named().IsMatch(cells[2]), string.Join('|', cells)));
    }

    [Fact]
    public void Every_type_that_the_threat_model_names_exists()
    {
        var types = new[] { typeof(Site).Assembly, typeof(Dialog.Core.Interviews.Turn).Assembly }.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name).ToHashSet();
        var named = Rows(Section(File.ReadAllText(Path.Combine(Root, "docs", "security.md")), "## Threats")).SelectMany(cells => Type().Matches(cells.ElementAtOrDefault(1) ?? "")).Select(match => match.Groups["type"].Value).Distinct();

        Assert.Equal([], named.Except(types));
    }

    private static IEnumerable<string[]> Rows(string text) => text.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ', '\r').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string Section(string text, string heading)
    {
        var from = text.IndexOf(heading, StringComparison.Ordinal);
        var to = text.IndexOf("\n## ", from + heading.Length, StringComparison.Ordinal);
        return to < 0 ? text[from..] : text[from..to];
    }

    /// <summary>A class of tests and one of its methods: <c>`AuditTests.What_cannot_be_told_is_not_done`</c>.</summary>
    [GeneratedRegex(@"`(?<class>[A-Z]\w*Tests)\.(?<method>\w+)`")]
    private static partial Regex Named();

    /// <summary>A type of the program: <c>`TeamsToken`</c>.</summary>
    [GeneratedRegex(@"`(?<type>[A-Z][A-Za-z]+)`")]
    private static partial Regex Type();
}
