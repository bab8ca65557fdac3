using System.Text.Json;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Questions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>The interview's questions over REST, with the same rules as at the desk. The ETag is the version of the desk's; 0 while nothing was saved there.</summary>
internal static class QuestionsApi
{
    private const string Tag = "Questions";

    public static void MapQuestions(this RouteGroupBuilder api)
    {
        api.MapGet("/questions", GetAsync).WithSummary("The questions new interviews begin with; the ETag is their version").WithTags(Tag).Needs(Act.SetUp);
        api.MapPut("/questions", PutAsync).WithSummary("Other questions for new interviews, as a whole set; If-Match names the version that was read").WithTags(Tag).Needs(Act.SetUp);
        api.MapGet("/questions/versions", (SettingBook book, CancellationToken cancellationToken) => SettingAnswers.HistoryAsync(book, SettingRow.Questions, cancellationToken)).WithSummary("Versions of the questions, newest first").WithTags(Tag).Needs(Act.SetUp);
        api.MapGet("/questions/versions/{version}", VersionAsync).WithSummary("The questions of one version").WithTags(Tag).Needs(Act.SetUp);
        api.MapPost("/questions/restore", RestoreAsync).WithSummary("Back to an earlier version, as a new one; version 0 is what is configured").WithTags(Tag).Needs(Act.SetUp);
    }

    private static async Task<Ok<JsonElement>> GetAsync(QuestionShelf shelf, HttpResponse response, CancellationToken cancellationToken)
    {
        await shelf.LookAsync(cancellationToken);
        SettingAnswers.Tag(response, shelf.Version);
        return Body(shelf.Sets.Newest);
    }

    private static async Task<Results<Ok<JsonElement>, ValidationProblem, ProblemHttpResult>> PutAsync(JsonElement body, HttpContext http, QuestionShelf shelf)
    {
        await shelf.LookAsync(http.RequestAborted);
        var seen = IfMatch.Read(http.Request) ?? shelf.Version;
        if (seen != shelf.Version)
        {
            return SettingAnswers.Stale();
        }

        var reading = QuestionDraft.Read(shelf, seen, body.GetRawText(), "en");
        return reading.Set is not { } set
            ? SettingAnswers.Collect(reading.Mistakes.Select(mistake => (mistake.Path, mistake.Says))).ToResult()
            : await SaveAsync(shelf, set, seen, restores: null, http);
    }

    private static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> VersionAsync(string version, SettingBook book, CancellationToken cancellationToken) =>
        await FindAsync(version, book, cancellationToken) is { Body: { } body } && QuestionSetReader.Read(body).Set is { } set ? Body(set) : Problems.NotFound("version", version);

    private static async Task<Results<Ok<JsonElement>, ValidationProblem, ProblemHttpResult>> RestoreAsync(SettingChoice body, HttpContext http, QuestionShelf shelf, SettingBook book)
    {
        await shelf.LookAsync(http.RequestAborted);
        if (body.Version is not { } version)
        {
            return SettingAnswers.Collect([("version", "Say which version.")]).ToResult();
        }

        var row = version == 0 ? null : await book.FindAsync(SettingRow.Questions, version, http.RequestAborted);
        var set = row?.Body is { } kept ? QuestionSetReader.Read(kept).Set : null;
        return version != 0 && (row is null || row.Body is not null && set is null)
            ? Problems.NotFound("version", $"{version}")
            : await SaveAsync(shelf, set, IfMatch.Read(http.Request) ?? shelf.Version, version, http);
    }

    private static async Task<Results<Ok<JsonElement>, ValidationProblem, ProblemHttpResult>> SaveAsync(QuestionShelf shelf, QuestionSet? set, int seen, int? restores, HttpContext http)
    {
        if (seen != shelf.Version || !await shelf.SaveAsync(set, seen, restores, http.RequestAborted))
        {
            return SettingAnswers.Stale();
        }

        SettingAnswers.Tag(http.Response, shelf.Version);
        return Body(shelf.Sets.Newest);
    }

    private static async Task<SettingRow?> FindAsync(string version, SettingBook book, CancellationToken cancellationToken) =>
        int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? await book.FindAsync(SettingRow.Questions, number, cancellationToken) : null;

    private static Ok<JsonElement> Body(QuestionSet set) => TypedResults.Ok(JsonElement.Parse(set.Json));
}
