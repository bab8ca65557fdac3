using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Channels.Web;

/// <summary>One line of the chat.</summary>
internal sealed record ChatLine(
    long Seq, string From, string Kind, string Text, IReadOnlyList<Choice> Choices, string? PromptId, string? Chosen, IReadOnlyList<DraftPreview> Drafts, DateTimeOffset At, PageLink? Link)
{
    /// <summary>The values of those choices that can be pressed now.</summary>
    public required IReadOnlyList<string> Open { get; init; }

    /// <summary>What it is written in; of the person's own line as far as the talk tells, null before there is one.</summary>
    public string? Language { get; init; }
}

/// <summary>The whole chat as it stands.</summary>
/// <param name="Messages">All lines, in order.</param>
/// <param name="Listening">An answer was received and waits for the person to fall quiet.</param>
internal sealed record ChatState(IReadOnlyList<ChatLine> Messages, bool Listening);

/// <summary>Something the visitor wrote.</summary>
/// <param name="Id">Made by the page, the same for every try: the message is taken once.</param>
internal sealed record ChatMessage(string? Id, string? Text);

/// <summary>A button the visitor pressed.</summary>
internal sealed record ChatChoice(string? Value);

/// <summary>What the chat page's script calls.</summary>
internal sealed class ChatApi(ChatVisitors visitors, WebSignals signals, TurnRunner turns, IDbContextFactory<DialogDb> databases, TimeProvider time)
{
    private const int MostCharacters = 40_000;

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    public async Task<Results<Ok<ChatState>, UnauthorizedHttpResult>> ReadAsync(HttpContext http)
    {
        if (visitors.Find(http.Request) is not { } visitor)
        {
            return TypedResults.Unauthorized();
        }

        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        if (await db.Addresses.FindAsync([Address.Web, Address.Web, visitor], http.RequestAborted) is not { } address)
        {
            return TypedResults.Ok(new ChatState([], Listening: false));
        }

        var rows = await db.Messages.AsNoTracking().Where(m => m.PersonId == address.PersonId).OrderBy(m => m.Seq).ToListAsync(http.RequestAborted);
        var listening = await db.Due.AnyAsync(d => d.PersonId == address.PersonId && d.Name == Due.Quiet, http.RequestAborted);
        var state = await db.Conversations.AsNoTracking().Where(c => c.PersonId == address.PersonId).Select(c => c.State).SingleOrDefaultAsync(http.RequestAborted);
        var conversation = state is null ? null : StateJson.Read<Conversation>(state);
        return TypedResults.Ok(new ChatState(rows.ConvertAll(row => Line(row, conversation)), listening));
    }

    public Task<IResult> SayAsync(HttpContext http, ChatMessage message)
    {
        if (string.IsNullOrWhiteSpace(message.Id) || message.Id.Length > 64 || message.Text is null)
        {
            return Task.FromResult<IResult>(TypedResults.Problem("id and text are needed.", statusCode: StatusCodes.Status400BadRequest));
        }

        return message.Text.Length > MostCharacters
            ? Task.FromResult<IResult>(TypedResults.Problem($"At most {MostCharacters} characters.", statusCode: StatusCodes.Status413PayloadTooLarge))
            : TakeAsync(http, visitor => new Incoming.Said(message.Text, message.Id) { Key = $"web:{visitor}:{message.Id}", At = time.GetUtcNow() });
    }

    public Task<IResult> ChooseAsync(HttpContext http, ChatChoice choice) =>
        choice.Value is not { Length: > 0 and <= 200 }
            ? Task.FromResult<IResult>(TypedResults.Problem("value is needed.", statusCode: StatusCodes.Status400BadRequest))
            : TakeAsync(http, visitor => new Incoming.Chose(choice.Value) { Key = $"web:{visitor}:choice:{ChoiceValue.PressOf(choice.Value, time.GetUtcNow())}", At = time.GetUtcNow() });

    public Task<IResult> ArriveAsync(HttpContext http) =>
        TakeAsync(http, visitor => new Incoming.Arrived { Key = AddressOf(visitor).ArrivedKey(), At = time.GetUtcNow() });

    /// <summary>Server-sent events: something is new. The page then reads the whole state.</summary>
    public IResult Stream(HttpContext http, IHostApplicationLifetime lifetime)
    {
        if (visitors.Find(http.Request) is not { } visitor)
        {
            return TypedResults.Unauthorized();
        }

        // nginx would keep so few bytes until there are more: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(RingsAsync(visitor, lifetime.ApplicationStopping, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> RingsAsync(string visitor, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var listener = signals.Listen(visitor);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        yield return new SseItem<string>("", "changed");
        while (!either.IsCancellationRequested)
        {
            await RangAsync(listener, either.Token);
            yield return new SseItem<string>("", "changed");
        }
    }

    /// <summary>Ends when it rang, and when nothing came for a while: a broken line is noticed then, and what another program delivered is found.</summary>
    private async Task RangAsync(WebSignals.Listener listener, CancellationToken ended)
    {
        using var limit = new CancellationTokenSource(KeepAlive, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended, limit.Token);
        try
        {
            await listener.Rings.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing rang.
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, Func<string, Incoming> what)
    {
        if (visitors.Find(http.Request) is not { } visitor)
        {
            return TypedResults.Unauthorized();
        }

        var arrival = new Arrival(AddressOf(visitor), new Room(visitor), what(visitor)) { Locale = http.Request.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.Value };
        await turns.TakeAsync(arrival, CancellationToken.None);
        signals.Ring(visitor);
        return TypedResults.NoContent();
    }

    private static Address AddressOf(string visitor) => new(Address.Web, Address.Web, visitor);

    private static ChatLine Line(MessageRow row, Conversation? conversation)
    {
        var sent = row.Body is null ? null : StateJson.Read<Outgoing>(row.Body);
        var open = sent is null || row.PromptId is null || row.Chosen is not null ? null : conversation?.Pressable(sent);
        return new ChatLine(row.Seq, row.Incoming ? "me" : "bot", row.Kind, row.Text, sent?.Choices ?? [], row.PromptId, row.Chosen, sent?.Drafts ?? [], row.At, sent?.Link)
        {
            Open = open?.ConvertAll(choice => choice.Value) ?? [],
            Language = sent?.Language ?? conversation?.Interviews.Find(interview => interview.Id == row.AssignmentId)?.Language ?? conversation?.Language,
        };
    }
}
