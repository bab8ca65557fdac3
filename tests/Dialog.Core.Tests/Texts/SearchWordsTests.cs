using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Texts;

public class SearchWordsTests
{
    [Theory]
    [InlineData("Kommunchefens", "kommunchef")]
    [InlineData("skolorna skolan", "skol skol")]
    [InlineData("lärare", "lärar")]
    [InlineData("år 2027", "år 2027")]
    [InlineData("\"vad AND (NEAR) -ny* OR' ; --", "vad and near ny or")]
    [InlineData("…!?\u0000", "")]
    public void Words_are_looked_for_without_their_endings_and_marks_are_nothing(string written, string stems) => Assert.Equal(stems, string.Join(' ', SearchWords.Of(written).Stems));

    [Fact]
    public void A_snippet_shows_the_first_hit_and_marks_every_word_that_begins_alike()
    {
        var text = string.Concat(Enumerable.Repeat("Först kommer mycket annat. ", 20)) + "Vi lagade läckan vid torget,\noch läckor kommer igen. " + new string('x', 300);

        var snippet = SearchWords.Of("läckan").Cut(text);

        Assert.StartsWith("… ", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', snippet.Text);
        Assert.InRange(snippet.Text.Length, 100, 190);
        Assert.Equal(["läckan", "läckor"], snippet.Marks.Select(mark => snippet.Text.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kort")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 ord")]
    public void Any_text_can_be_cut(string text)
    {
        var snippet = SearchWords.Of("ord").Cut(text);

        Assert.All(snippet.Marks, mark => Assert.InRange(mark.Start + mark.Length, 1, snippet.Text.Length));
        Assert.DoesNotContain(snippet.Text.Zip(snippet.Text.Skip(1).Append(' ')), pair => char.IsHighSurrogate(pair.First) && !char.IsLowSurrogate(pair.Second));
    }
}
