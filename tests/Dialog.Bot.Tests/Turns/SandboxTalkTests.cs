using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Tests.Turns;

/// <summary>The questions can be tried without anybody being asked.</summary>
public class SandboxTalkTests
{
    private static readonly Organisation Organisation = new() { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" };

    [Fact]
    public void An_interview_goes_from_the_opening_to_the_drafts_without_waiting()
    {
        var opening = Take();
        Assert.Contains("Kim", Assert.Single(opening).Text, StringComparison.Ordinal);
        var go = opening[0].Choices[0].Value;
        var drafts = Take(Press(go), Say("Min tes måste prövas mot andra, eftersom det är så lätt att utgå från sin egen världsbild."), Say("klar"), Say("Vad tycker du?"), Say("klar"));

        Assert.NotEmpty(drafts.SelectMany(line => line.Drafts));
        Assert.Contains(drafts, line => !line.FromBot && line.Text == opening[0].Choices[0].Label);
    }

    [Fact]
    public void The_buttons_that_can_be_pressed_are_those_the_person_would_have()
    {
        var go = Take()[0].Choices[0].Value;
        SandboxLine[] lines = [Press(go), Say("I onsdags satte vi ut 24 nya bänkar längs ån, eftersom många äldre inte orkar gå till torget."), Say("jag menade torsdags, inte onsdags")];
        var (answered, done) = (Take(lines), Take([.. lines, Say("klar"), Say("Vad tycker du?"), Say("klar")]));

        Assert.Contains("Ångra", answered.SelectMany(line => line.Choices).Select(choice => choice.Label));
        Assert.Empty(answered[0].Choices);
        Assert.Contains("Ångra", done.SkipLast(1).SelectMany(line => line.Choices).Select(choice => choice.Label));
    }

    [Fact]
    public void The_same_lines_give_the_same_talk_and_nonsense_gives_one_too()
    {
        SandboxLine[] lines = [Press("no-such-button"), Say("\0💥"), Press(""), Say(new string('x', 4000))];

        Assert.Equal(Take(lines).Select(line => line.Text), Take(lines).Select(line => line.Text));
    }

    private static IReadOnlyList<SandboxLine> Take(params SandboxLine[] lines) => SandboxTalk.Take(QuestionSets.BuiltIn, Organisation, "Varför twittrar kommunchefen?", "Kim", Track.Quick, "sv", lines);

    private static SandboxLine Say(string text) => new(text, Value: null, FromBot: false);

    private static SandboxLine Press(string value) => new(value, value, FromBot: false);
}
