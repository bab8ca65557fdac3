using Dialog.Core.Assignments;
using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What editors ought to know comes when it happens; what happens at the same hour comes in one message.</summary>
public class TellingTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    [Fact]
    public void A_note_of_its_own_says_what_can_be_done_about_it()
    {
        var editor = new Person();
        Assert.Empty(editor.Receives(Note("Anna Ek", "Varför badet?", EditorNote.NoAnswer, "a1")));
        var told = Assert.Single(editor.Waits(Moment));

        Assert.Equal("Anna Ek har inte svarat om ”Varför badet?”. Ring, byt person eller kör utan personlig reflektion: det gör du på redaktionens sida.", told.Text);
        Assert.Equal(("a1", null), (told.AssignmentId, told.About));
        Assert.Empty(editor.Waits(TimeSpan.FromDays(1)));
    }

    [Theory]
    [InlineData("sv", "Det här behöver du veta om 3 frågor:\n• Anna Ek har inte svarat om ”Varför badet?”.\n• Bo Ek är borta, och svaret om ”Varför badet?” hinner inte komma.\n• Någon har börjat svara om ”Varför bron?” men inte blivit klar.\nRing, byt person eller kör utan personlig reflektion: det gör du på redaktionens sida.")]
    [InlineData("en", "This is what you need to know about 3 questions:\n• Anna Ek has not answered about “Varför badet?”.\n• Bo Ek is away, and the answer about “Varför badet?” will not come in time.\n• Somebody has begun to answer about “Varför bron?” but not finished.\nCall, change person or go without a personal reflection: you do that at the desk.")]
    public void Of_several_who_are_silent_at_the_same_hour_one_message_tells(string language, string text)
    {
        var editor = new Person(language);
        editor.Receives(Note("Bo Ek", "Varför badet?", EditorNote.Away, "a2"));
        editor.Waits(Moment / 2);
        editor.Receives(Note("Anna Ek", "Varför badet?", EditorNote.NoAnswer, "a1"));
        editor.Waits(Moment / 2);
        editor.Receives(Note(null, "Varför bron?", EditorNote.Unfinished, "a3"));
        var told = Assert.Single(editor.Waits(Moment));

        Assert.Equal(text.Split('\n').Order(), told.Text.Split('\n').Order());
        Assert.Equal((text.Split('\n')[0], text.Split('\n')[^1]), (told.Text.Split('\n')[0], told.Text.Split('\n')[^1]));
        Assert.Null(told.AssignmentId);
        Assert.Equal(["a2", "a1", "a3"], told.About!);
    }

    [Fact]
    public void Of_very_many_the_first_are_listed_and_the_rest_counted()
    {
        var editor = new Person();
        for (var number = 0; number < 25; number++)
        {
            editor.Receives(Note($"Nr {number}", "Varför badet?", EditorNote.NoAnswer, $"a{number}"));
        }

        var lines = Assert.Single(editor.Waits(Moment)).Text.Split('\n');
        Assert.Equal(20, lines.Count(line => line.StartsWith("• ", StringComparison.Ordinal)));
        Assert.Equal("… och 5 till, som du ser på redaktionens sida.", lines[^2]);
    }

    [Fact]
    public void What_was_erased_meanwhile_is_not_told()
    {
        var editor = new Person();
        editor.Receives(Note("Anna Ek", "Varför badet?", EditorNote.NoAnswer, "a1"));
        editor.Receives(Note("Bo Ek", "Varför bron?", EditorNote.Thin, "a2"));
        var forgotten = new HashSet<string> { "a1" };
        Assert.True(editor.Conversation.Knows(forgotten));
        editor.Conversation = editor.Conversation.Without(forgotten);

        Assert.StartsWith("Bo Ek har svarat kort", Assert.Single(editor.Waits(Moment)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quiet", true)]
    [InlineData("told", true)]
    [InlineData("plan/a1/Nudge", true)]
    [InlineData("tell/PutOff/a1", true)]
    [InlineData("spared/a1/PersonBack", true)]
    [InlineData("reminder/a1/1800000000", true)]
    [InlineData("snooze/a1", true)]
    [InlineData("plan/a1/Party", false)]
    [InlineData("tell/Party/a1", false)]
    [InlineData("party/a1", false)]
    [InlineData("party", false)]
    public void What_a_later_release_wrote_down_is_seen_to_be_no_own(string name, bool known) =>
        Assert.Equal(known, new Due(name, default).IsKnown());

    private static Incoming.EditorTold Note(string? name, string topic, EditorNote what, string assignment) => new(name, topic, what) { Key = "", At = default, AssignmentId = assignment };
}
