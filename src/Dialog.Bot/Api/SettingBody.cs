using Dialog.Bot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>A version of what is decided at the desk.</summary>
/// <param name="Version">1 for the first; 0 stands for what is configured.</param>
/// <param name="At">When it was saved.</param>
/// <param name="By">Id of the person who did; null for the desk.</param>
/// <param name="Configured">It says what is configured.</param>
/// <param name="Restores">The version that was gone back to; null for a new one.</param>
internal sealed record SettingBody(int Version, DateTimeOffset At, string? By, bool Configured, int? Restores);

/// <summary>Which version is wanted back; 0 is what is configured.</summary>
internal sealed record SettingChoice(int? Version);

/// <summary>What the API answers about anything that is decided at the desk and kept in versions.</summary>
internal static class SettingAnswers
{
    /// <summary>The newest versions, newest first.</summary>
    public static async Task<Ok<Page<SettingBody>>> HistoryAsync(SettingBook book, string kind, CancellationToken cancellationToken) => TypedResults.Ok(new Page<SettingBody>(
        (await book.HistoryAsync(kind, cancellationToken)).ConvertAll(version => new SettingBody(version.Row.Version, version.Row.At, version.Row.By, version.Row.Body is null, version.Row.Restores))));

    /// <summary>Somebody was first.</summary>
    public static ProblemHttpResult Stale() => TypedResults.Problem("There is a newer version. Read it first.", statusCode: StatusCodes.Status412PreconditionFailed);

    /// <summary>A mistake in a document, each at its place.</summary>
    public static Problems Collect(IEnumerable<(string Path, string Says)> mistakes)
    {
        var problems = new Problems();
        foreach (var (path, says) in mistakes)
        {
            problems.Check(path.Length == 0 ? "body" : path, holds: false, says);
        }

        return problems;
    }

    /// <summary>The version's number as an entity tag.</summary>
    public static void Tag(HttpResponse response, int version) => response.Headers.ETag = DraftsApi.Tag(version);
}
