using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Desk;

/// <summary>A talk in which questions are tried: taken anew from what the form carries, each time.</summary>
/// <param name="Topic">What is asked.</param>
/// <param name="Track">How long it is.</param>
/// <param name="Language">sv or en.</param>
/// <param name="Said">What was said in it, as the form carries it.</param>
/// <param name="Lines">The talk; empty before it has begun.</param>
public sealed record Trial(string Topic, Track Track, string Language, IReadOnlyList<string> Said, IReadOnlyList<SandboxLine> Lines)
{
    /// <summary>What a pressed button is carried as; anything else that was said begins with <see cref="Spoken"/>.</summary>
    private const char Pressed = '>';

    private const char Spoken = ':';

    private const int LongestLine = 4000;

    /// <summary>The buttons that take it a step further.</summary>
    private static readonly string[] Steps = ["begin", "answer", "press", "undo"];

    /// <summary>A trial that has not begun.</summary>
    public static Trial None(QuestionsTexts words, string language) => new(words.SampleTopic, Track.Standard, language, [], []);

    /// <summary>A button of the trial was pressed.</summary>
    public static bool IsIn(IFormCollection form) => Steps.Append("again").Any(form.ContainsKey);

    /// <summary>The trial as a form carries it; with questions that cannot be asked it stands still.</summary>
    public static Trial Read(IFormCollection form, QuestionSets? sets, Organisation organisation, QuestionsTexts words, string language)
    {
        var topic = form["topic"].ToString().Trim() is { Length: > 0 and <= 200 } asked ? asked : words.SampleTopic;
        var track = Enum.TryParse<Track>(form["track"], out var chosen) && Enum.IsDefined(chosen) ? chosen : Track.Standard;
        var spoken = form["language"].ToString() is ("sv" or "en") and var one ? one : language;
        var said = SaidIn(form);
        var begun = Array.Exists(Steps, form.ContainsKey) || said.Count > 0 && !form.ContainsKey("again");
        return new Trial(topic, track, spoken, begun ? said : [], begun && sets is not null ? SandboxTalk.Take(sets, organisation, topic, words.SampleName, track, spoken, said.ConvertAll(Line)) : []);
    }

    /// <summary>What was said before, and now; what was said last is taken back on wish.</summary>
    private static List<string> SaidIn(IFormCollection form)
    {
        var said = form["line"].OfType<string>().Where(line => line.Length is > 1 and <= LongestLine && line[0] is Pressed or Spoken).Take(SandboxTalk.MostLines).ToList();
        if (form.ContainsKey("undo") && said.Count > 0)
        {
            said.RemoveAt(said.Count - 1);
        }
        else if (form["press"].ToString() is { Length: > 0 and < 200 } value)
        {
            said.Add($"{Pressed}{value}");
        }
        else if (form.ContainsKey("answer") && form["say"].ToString().Trim() is { Length: > 0 and < LongestLine } text)
        {
            said.Add($"{Spoken}{text.ReplaceLineEndings("\n")}");
        }

        return said;
    }

    private static SandboxLine Line(string carried) => new(carried[1..], carried[0] == Pressed ? carried[1..] : null, FromBot: false);
}
