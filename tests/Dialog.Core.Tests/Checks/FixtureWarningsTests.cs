using System.Text.Json;
using Dialog.Core.Checks;
using Dialog.Core.Tests.Drafts;

namespace Dialog.Core.Tests.Checks;

/// <summary>The warnings of the nine interviews: of high and medium exactly the listed ones, of low and info at least those.</summary>
public class FixtureWarningsTests
{
    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void Warnings_are_the_listed_ones(string name)
    {
        var fixture = Fixture.Read(name);
        var lines = fixture.RespondentLines.ToDictionary(line => line.Number, line => line.Text);
        var found = lines.SelectMany(line => Detectors.Find(line.Value, fixture.CheckContext).Select(finding => (Line: line.Key, Finding: finding))).ToList();
        var joined = string.Join('\n', lines.Values);
        var inAll = Detectors.Find(joined, fixture.CheckContext);

        foreach (var expected in fixture.Expected.GetProperty("warnings").EnumerateArray())
        {
            var (detector, number, match) = (expected.GetProperty("detector").GetString()!, expected.GetProperty("line").GetInt32(), expected.GetProperty("match").GetString()!);
            var severity = JsonSerializer.Deserialize<Severity>(expected.GetProperty("severity"));
            var place = lines[number].IndexOf(match, StringComparison.Ordinal);
            Assert.True(
                found.Exists(hit => hit.Line == number && hit.Finding.Detector == detector && hit.Finding.Severity == severity && hit.Finding.Start < place + match.Length && place < hit.Finding.End)
                || detector == Detector.Spelling && inAll.Exists(hit => hit.Detector == detector && joined.Substring(hit.Start, hit.Length) == match),
                $"{detector} in line {number}: {match}");
            found.RemoveAll(hit => hit.Line == number && hit.Finding.Detector == detector && hit.Finding.Start < place + match.Length && place < hit.Finding.End);
        }

        // An age beside a name that is listed is the same person.
        found.RemoveAll(hit => hit.Finding.Detector == Detector.ClientOrPatient && lines[hit.Line].Substring(hit.Finding.Start, hit.Finding.Length).All(char.IsDigit));
        Assert.DoesNotContain(found, hit => hit.Finding.Blocks);
    }
}
