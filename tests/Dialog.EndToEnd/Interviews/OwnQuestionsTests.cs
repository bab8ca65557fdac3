using System.Text.Json.Nodes;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Interviews;

/// <summary>An organisation's own questions, a file it edits.</summary>
public sealed class OwnQuestionsTests : IDisposable
{
    private const string Key = "Interview__QuestionSet";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"questions-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task An_interview_keeps_its_questions_when_the_file_is_edited_and_when_it_is_gone_after_a_restart()
    {
        await using var slack = await FakeSlack.StartAsync();
        Write(what: "Vad hände?");
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings, new Dictionary<string, string> { [Key] = _file });
        var (first, firstTalk) = await BeginAsync(slack, program, "U0FIRST001");
        Assert.EndsWith("Vad hände?", await firstTalk.HearAsync(), StringComparison.Ordinal);

        Write(what: "Vad är nytt?");
        await program.WaitForOutputAsync("were edited without raising version");
        var (_, secondTalk) = await BeginAsync(slack, program, "U0SECOND01");
        Assert.EndsWith("Vad är nytt?", await secondTalk.HearAsync(), StringComparison.Ordinal);
        await first.SayAsync("upprepa");
        Assert.EndsWith("Vad hände?", await firstTalk.HearAsync(), StringComparison.Ordinal);

        await program.StopAsync();
        File.Delete(_file);
        program.Configure(Key, null);
        await program.StartAgainAsync();
        await first.SayAsync("upprepa");
        Assert.EndsWith("Vad hände?", await firstTalk.HearAsync(), StringComparison.Ordinal);
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task A_broken_edit_is_told_and_the_last_good_questions_go_on()
    {
        await using var slack = await FakeSlack.StartAsync();
        Write(what: "Vad hände?");
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, new Dictionary<string, string> { [Key] = _file });

        Write(what: "Hej {namn}, vad hände?");
        await program.WaitForOutputAsync($"{_file}: languages.sv.what.question: {{namn}} is not known here");
        await program.WaitForOutputAsync("New interviews go on with the questions kommunen.1");

        var (_, talk) = await BeginAsync(slack, program, "U0FIRST001");
        Assert.EndsWith("Vad hände?", await talk.HearAsync(), StringComparison.Ordinal);
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task Broken_questions_stop_the_start_with_every_mistake_on_its_line()
    {
        var root = Root("kommunen");
        root["languages"]!["sv"]!["what"]!["question"] = "";
        root["languages"]!["en"]!.AsObject().Remove("who");
        File.WriteAllText(_file, root.ToJsonString());

        var (exitCode, output) = await ProgramUnderTest.EndsAsync(new Dictionary<string, string> { [Key] = _file });

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["Dialog could not start. Interview:QuestionSet: the questions cannot be used (docs/questions.md).", $"{_file}: languages.sv.what.question: is empty; write a text", $"{_file}: languages.en.who: is missing"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Other_texts_under_the_programs_own_name_and_version_are_refused()
    {
        var root = Root("vad-varfor-vem");
        root["languages"]!["sv"]!["what"]!["question"] = "Vad hände?";
        File.WriteAllText(_file, root.ToJsonString());

        var output = await ProgramUnderTest.GivesUpAsync(new Dictionary<string, string> { [Key] = _file });

        Assert.Contains("give yours another id, or raise version", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_the_start()
    {
        var output = await ProgramUnderTest.GivesUpAsync(new Dictionary<string, string> { [Key] = _file });

        Assert.Contains($"{_file}: cannot be read", output, StringComparison.Ordinal);
    }

    private static async Task<(SlackSender Person, SlackTalk Talk)> BeginAsync(FakeSlack slack, ProgramUnderTest program, string user)
    {
        var person = new SlackSender(slack, program, user);
        var talk = new SlackTalk(slack, person);
        await program.Api.OpenAsync(new { topic = "Lekplatsen", personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, user) });
        await talk.HearAsync();
        await person.SayAsync("ja");
        return (person, talk);
    }

    private void Write(string what)
    {
        var root = Root("kommunen");
        root["languages"]!["sv"]!["what"]!["question"] = what;
        File.WriteAllText(_file, root.ToJsonString());
    }

    /// <summary>The program's own set under another name.</summary>
    private static JsonNode Root(string id)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "questions.json")))!;
        root["id"] = id;
        return root;
    }
}
