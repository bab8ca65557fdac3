using Dialog.Bot.Access;
using Dialog.Bot.Delivery;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>How the program runs, and what can be done about what did not arrive.</summary>
internal static class DeskOperation
{
    /// <summary>What trying the connections may take; a platform that is silent is not waited for.</summary>
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(15);

    public static void MapDeskOperation(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/operation", ShowAsync).Needs(Act.Operate);
        desk.MapPost("/operation", DoAsync).Needs(Act.Operate);
    }

    private static Task<IResult> ShowAsync(HttpContext http, OperationRead read, Organisation organisation)
    {
        var words = OperationTexts.For(PageLanguage.TextsFor(http, organisation).Language);
        return http.Request.Query["done"].ToString() switch
        {
            "left" => PageAsync(http, read, organisation, words.Left, http.Request.Query["id"]),
            "sent" => PageAsync(http, read, organisation, words.Resent),
            "late" => PageAsync(http, read, organisation, words.TooLate),
            _ => PageAsync(http, read, organisation),
        };
    }

    private static async Task<IResult> DoAsync(HttpContext http, IFormCollection form, OperationRead read, OutboxDesk outbox, IEnumerable<ICheck> checks, Organisation organisation)
    {
        var id = form["id"].ToString();
        switch (form["action"].ToString())
        {
            case "leave":
                await outbox.LeaveAsync(id, http.RequestAborted);
                return Results.Redirect($"~/operation?done=left&id={Uri.EscapeDataString(id)}#outbox");
            case "back":
                await outbox.TakeBackAsync(id, http.RequestAborted);
                break;
            case "again":
                return Sent(await outbox.SendAgainAsync(id, OutboxStatus.Failed, http.RequestAborted));
            case "anyway":
                return Sent(await outbox.SendAgainAsync(id, OutboxStatus.Unknown, http.RequestAborted));
            case "try":
                return await PageAsync(http, read, organisation, checks: await TryAsync(checks, http.RequestAborted));
        }

        return Results.Redirect("~/operation#outbox");
    }

    private static IResult Sent(bool sent) => Results.Redirect($"~/operation?done={(sent ? "sent" : "late")}#outbox");

    private static async Task<List<(string Name, bool Holds, string Says)>> TryAsync(IEnumerable<ICheck> checks, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(LongestTry);
        var results = new List<(string Name, bool Holds, string Says)>();
        foreach (var check in checks)
        {
            try
            {
                var (holds, says) = await check.TryAsync(enough.Token);
                results.Add((check.Name, holds, says));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                results.Add((check.Name, false, "did not answer in time"));
            }
        }

        return results;
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, OperationRead read, Organisation organisation, string? said = null, string? undo = null, IReadOnlyList<(string Name, bool Holds, string Says)>? checks = null) => new RazorComponentResult<OperationPage>(new
        {
            Texts = PageLanguage.TextsFor(http, organisation),
            Organisation = organisation,
            Channels = await read.ChannelsAsync(http.RequestAborted),
            Undelivered = await read.UndeliveredAsync(http.RequestAborted),
            Queue = await read.QueueAsync(http.RequestAborted),
            Machine = await read.MachineAsync(http.RequestAborted),
            Checks = checks ?? [],
            Said = said,
            Undo = undo,
        });
}
