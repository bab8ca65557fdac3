using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts;

/// <summary>The ad as it will stand: its lines break where they are counted to.</summary>
public class AdSketchTests
{
    private const string Text = "Min tes måste prövas mot andra. Det är så lätt att utgå från sin egen världsbild. Konversationsmedia är en informationssäkerhetssamordnares bästa kommunikationsverktyg, så att tesen utvecklas till en syntes.";

    [Theory]
    [InlineData(59)]
    [InlineData(30)]
    [InlineData(12)]
    public void As_many_lines_as_are_counted_and_no_word_lost(int columnMm)
    {
        var lines = LineCounter.Break(Text, columnMm);

        Assert.Equal(LineCounter.Count(Text, columnMm), lines.Count);
        Assert.Equal(Text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_body_stands_in_columns_under_the_headline_and_the_sender_at_the_foot()
    {
        var size = Outlets.BuiltIn.Of(AdSize.Quarter);
        var draft = new Draft
        {
            Outlet = "ad",
            Text = Text,
            Length = 30,
            Unit = "words",
            Sentences = [],
            Parts = [new DraftPart("headline", "Varför twittrar kommunchefen?"), new DraftPart("reflection", Text), new DraftPart("question", "Vad tycker du?"), new DraftPart("sender", "Katrineholms kommun")],
        };
        var sketch = AdSketch.Of(draft, size);

        Assert.Equal((122, 178), (sketch.WidthMm, sketch.HeightMm));
        Assert.Equal([0.0, 63.0], sketch.Lines.Where(line => line.Part == "body").Select(line => line.X).Distinct());
        Assert.All(sketch.Lines.Where(line => line.Part == "body"), line => Assert.True(line.Y > sketch.Lines.Last(other => other.Part == "headline").Y));
        Assert.Equal(177, sketch.Lines.Single(line => line.Part == "sender").Y);
        Assert.Equal("Vad tycker du?", sketch.Lines.Last(line => line.Part == "body").Text);
        Assert.InRange(sketch.Lines.Last(line => line.Part == "body").Width, 15, 30);
        Assert.All(sketch.Lines.Where(line => line.Part == "body"), line => Assert.True(line.Width <= 59));
    }
}
