using System.Text;
using Dialog.Bot.Channels;

namespace Dialog.Bot.Tests.Channels;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("""{"text":"Hej å ä ö 😀"}""", "Hej å ä ö 😀")]
    [InlineData("""{"text":"rad\n\ud83d\ude00 \u00e5"}""", "rad\n😀 å")]
    [InlineData("""{ "te\u0078t" : "a" }""", "a")]
    public void A_body_is_read_wholly(string body, string text) => Assert.Equal(text, JsonBody.Read(Encoding.UTF8.GetBytes(body))!.Value.GetProperty("text").GetString());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"text":"\ud83d"}""")]
    [InlineData("""{"\ude00":1}""")]
    [InlineData("""{"a":{"b":["x","\udc00\ud800"]}}""")]
    [InlineData("""{"text":"\x"}""")]
    public void What_is_no_JSON_or_holds_no_text_is_nothing(string body) => Assert.Null(JsonBody.Read(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3)]
    [InlineData(0xED, 0xA0, 0x80)]
    public void Broken_UTF_8_is_nothing(params int[] bytes) =>
        Assert.Null(JsonBody.Read([.. "{\"a\":\""u8, .. bytes.Select(value => (byte)value), .. "\"}"u8]));
}
