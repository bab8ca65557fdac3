using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts;

/// <summary>Where the lines of an ad break.</summary>
public class LineCounterTests
{
    private const string Text = "Samhällsbyggnadsförvaltningen upphandlar snöröjningsentreprenaden tillsammans med räddningstjänsten, och barnomsorgsverksamheten flyttar.";

    [Fact]
    public void No_line_is_wider_than_its_column_with_its_hyphen() => Assert.All(Enumerable.Range(20, 60), column =>
    {
        var lines = LineCounter.Break(Text, column);
        Assert.All(lines, line => Assert.True(LineCounter.Millimetres(line, 9.5) <= column, $"{column} mm: {line}"));
        Assert.Equal(LineCounter.Count(Text, column), lines.Count);
    });
}
