using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Dialog.EndToEnd.Running;

/// <summary>Faults waiting for the next calls, by operation.</summary>
internal sealed class Faults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _next = new();

    public void Next(string operation, Fault fault) => _next.GetOrAdd(operation, _ => new()).Enqueue(fault);

    /// <summary>Answers a call: with the next fault of its operation, or as <paramref name="carryOut"/> says.</summary>
    public async Task AnswerAsync(string operation, HttpContext context, Func<IResult> carryOut)
    {
        var fault = _next.TryGetValue(operation, out var queue) && queue.TryDequeue(out var next) ? next : null;
        if (fault is Fault.RateLimited limited)
        {
            context.Response.Headers.RetryAfter = limited.Seconds.ToString(CultureInfo.InvariantCulture);
            await Results.Json(new { ok = false, error = "ratelimited" }, statusCode: 429).ExecuteAsync(context);
            return;
        }

        switch (fault)
        {
            case Fault.Refused refused:
                await Results.Json(new { error = new { code = refused.Code, message = "refused" } }, statusCode: refused.Status).ExecuteAsync(context);
                return;
            case Fault.Refuses no:
                await Results.Json(new { ok = false, error = no.Error }).ExecuteAsync(context);
                return;
        }

        var answer = carryOut();
        switch (fault)
        {
            case Fault.FailsAfterStoring failed:
                context.Response.StatusCode = failed.Status;
                break;
            case Fault.CutsAfterStoring:
                context.Abort();
                break;
            case Fault.HangsAfterStoring:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                await answer.ExecuteAsync(context);
                break;
        }
    }
}
