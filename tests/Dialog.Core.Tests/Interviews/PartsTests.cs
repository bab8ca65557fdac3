using CsCheck;
using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Interviews;

public sealed class PartsTests
{
    [Fact]
    public void A_short_message_stays_as_it_is() => Assert.Equal([Message("Vad handlar det om?")], Parts.Of(Message("Vad handlar det om?")));

    [Fact]
    public void No_part_is_too_long_and_no_word_is_lost() =>
        Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' '), Gen.Const('\n'), Gen.Const('.')).Array[0, 20_000].Select(letters => new string(letters)).Sample(text =>
        {
            var parts = Parts.Of(Message(text)).Select(part => part.Text).ToList();
            return parts.TrueForAll(part => part.Length <= Parts.Most) && Letters(string.Concat(parts)) == Letters(text);
        });

    [Fact]
    public void Buttons_hang_on_the_last_part()
    {
        var parts = Parts.Of(Message(new string('a', 7000)) with { PromptId = "p1", Choices = [new Choice("p1:go", "Kör")] }).ToList();

        Assert.Equal([null, null, "p1"], parts.Select(part => part.PromptId));
        Assert.Single(parts[^1].Choices);
    }

    [Fact]
    public void The_end_of_a_message_in_parts_is_the_end_of_its_last_part()
    {
        var asked = Parts.Of(Message(new string('a', 7000)) with { PromptId = "p1" }).Last();
        var settled = Assert.Single(Parts.Of(Message(new string('a', 7000)) with { Settles = "p1", Chosen = "Kör" }));

        Assert.Equal(asked.Text, settled.Text);
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static Outgoing Message(string text) => new() { Kind = OutgoingKind.Note, Text = text, Language = "sv" };
}
