using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Checks;

public sealed class CleanTests
{
    [Theory]
    [InlineData("  Vi gör det – för barnens skull…\n", "Vi gör det – för barnens skull…")]
    [InlineData("rad ett\r\nrad två\rrad tre", "rad ett\nrad två\nrad tre")]
    [InlineData("hårt\u00A0mellanslag och mjukt\u00ADbindestreck", "hårt mellanslag och mjuktbindestreck")]
    [InlineData("a\u030A", "å")]
    [InlineData("\u202Eomvänt", "omvänt")]
    [InlineData(" Blå Ÿ \u200B", "Blå Ÿ")]
    [InlineData("A\u0308rligt", "Ärligt")]
    [InlineData("", "")]
    public void A_text_is_clean(string raw, string clean) => Assert.Equal(clean, Clean.Text(raw));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", Clean.Text("a\uD83Db"));
}
