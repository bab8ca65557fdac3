using Dialog.Bot.Access;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>How much is logged of a category.</summary>
/// <param name="Level">Debug, Information, Warning, Error, Critical or None; null for what is configured.</param>
internal sealed record LogLevelBody(string? Level);

/// <summary>Log levels while the program runs; this process only, until it ends.</summary>
internal static class LogLevelsApi
{
    public static void MapLogLevels(this RouteGroupBuilder api)
    {
        api.MapGet("/log-levels", (LogLevels levels) => TypedResults.Ok(levels.All)).WithSummary("Log levels that were set while the program runs").WithTags("Operation").Needs(Act.Operate);
        api.MapPut("/log-levels/{category}", SetAsync).WithSummary("How much is logged of a category (Default, Dialog, Microsoft.AspNetCore …), from now until the program ends").WithTags("Operation").Needs(Act.Operate);
    }

    private static async Task<Results<Ok<IReadOnlyDictionary<string, string>>, ValidationProblem>> SetAsync(string category, LogLevelBody body, LogLevels levels, Database database, TimeProvider time, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var level = body.Level is null ? null : LogLevels.Choices.FirstOrDefault(choice => choice.Equals(body.Level, StringComparison.OrdinalIgnoreCase));
        problems.Check("level", body.Level is null || level is not null, $"Use {string.Join(", ", LogLevels.Choices)}.");
        problems.Check("category", !LogLevels.Shut.Any(shut => category.StartsWith(shut, StringComparison.OrdinalIgnoreCase)), "This category writes addresses, which may hold keys: it is not loosened while the program runs.");
        problems.Check("category", category.Length <= 100 && category.All(mark => char.IsAsciiLetterOrDigit(mark) || mark == '.'), "Letters, digits and points.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        levels.Choose(category, level);
        await database.TellAsync(new Deed("logLevel", "category", category, level), time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(levels.All);
    }
}
