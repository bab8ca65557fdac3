using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Desk;

/// <summary>The interview's questions: shown, and tried at once. The talk that is tried is taken anew from what the form carries, each time.</summary>
internal static class DeskQuestions
{
    /// <summary>What a pressed button is carried as; anything else that was said begins with <see cref="Spoken"/>.</summary>
    private const char Pressed = '>';

    private const char Spoken = ':';

    private const int LongestLine = 4000;

    private const int MostVersions = 50;

    public static void MapDeskQuestions(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/questions", (HttpContext http, QuestionShelf shelf, SandboxTalk sandbox, DialogDb db, Organisation organisation) =>
            PageAsync(http, form: null, shelf, sandbox, db, organisation)).Needs(Act.Order);
        desk.MapPost("/questions", (HttpContext http, IFormCollection form, QuestionShelf shelf, SandboxTalk sandbox, DialogDb db, Organisation organisation) =>
            PageAsync(http, form, shelf, sandbox, db, organisation)).Needs(Act.Order);
    }

    private static async Task<IResult> PageAsync(HttpContext http, IFormCollection? form, QuestionShelf shelf, SandboxTalk sandbox, DialogDb db, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var words = QuestionsTexts.For(texts.Language);
        var topic = form?["topic"].ToString().Trim() is { Length: > 0 and <= 200 } asked ? asked : words.SampleTopic;
        var track = Enum.TryParse<Track>(form?["track"], out var chosen) && Enum.IsDefined(chosen) ? chosen : Track.Standard;
        var language = form?["language"].ToString() is ("sv" or "en") and var spoken ? spoken : texts.Language;
        var said = form is null ? [] : Said(form);
        var versions = await db.QuestionSets.AsNoTracking().OrderByDescending(q => q.At).Take(MostVersions).Select(q => new { q.Key, q.At }).ToListAsync(http.RequestAborted);
        return new RazorComponentResult<QuestionsPage>(new
        {
            Texts = texts,
            Organisation = organisation,
            shelf.Sets.Newest,
            Source = shelf.File,
            Versions = (IReadOnlyList<(string Key, DateTimeOffset At)>)versions.ConvertAll(version => (version.Key, version.At)),
            Talk = form is null || form.ContainsKey("again") ? [] : sandbox.Take(topic, words.SampleName, track, language, said.ConvertAll(Line)),
            Said = (IReadOnlyList<string>)said,
            Topic = topic,
            Chosen = track,
            TalkLanguage = language,
        });
    }

    /// <summary>What was said before, and now; what was said last is taken back on wish.</summary>
    private static List<string> Said(IFormCollection form)
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
        else if (form["say"].ToString().Trim() is { Length: > 0 and < LongestLine } text)
        {
            said.Add($"{Spoken}{text.ReplaceLineEndings("\n")}");
        }

        return said;
    }

    private static SandboxLine Line(string carried) => new(carried[1..], carried[0] == Pressed ? carried[1..] : null, FromBot: false);
}
