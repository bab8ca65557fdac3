using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The messaging endpoint. The token is checked first, then against the activity; acknowledged after the commit.</summary>
internal sealed partial class TeamsReceive(TeamsOptions options, ServiceHosts hosts, TeamsToken tokens, WorkspaceLimit limit, TurnRunner turns, TeamsInvoke invokes, TeamsPeople people, PeopleBook book, TimeProvider time, OutageLog outages, ILogger<TeamsReceive> logger)
{
    /// <summary>The largest body read.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Uninstalled = "the person has uninstalled the app in Teams";

    public async Task<IResult> ReceiveAsync(HttpContext http)
    {
        if (await BoundedBody.ReadAsync(http.Request, MostBytes, http.RequestAborted) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        Microsoft.IdentityModel.Tokens.TokenValidationResult? token = null;
        if (options.IsConfigured)
        {
            try
            {
                (token, var refusal) = await tokens.ValidateAsync(http.Request.Headers.Authorization, http.RequestAborted);
                if (refusal is not null)
                {
                    return Refuse(refusal, StatusCodes.Status401Unauthorized);
                }
            }
            catch (InvalidOperationException exception)
            {
                LogNoMetadata(exception);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        }
        else if (!ThisMachine.Asks(http))
        {
            return Refuse("Teams:AppId is not set, so only this machine may send activities", StatusCodes.Status401Unauthorized);
        }

        if (JsonBody.Read(body) is not { } json || Activity.Read(json) is not { } activity)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var mismatch = token is not null ? tokens.Mismatch(token, activity) : hosts.Allows(activity.ServiceUrl) ? null : "host";
        return mismatch is null ? limit.Refusal(Address.Teams, TeamsParse.AddressOf(activity).Workspace) ?? await TakeAsync(activity) : Refuse(mismatch, StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> TakeAsync(Activity activity)
    {
        try
        {
            return activity.Type == "invoke" ? await invokes.AnswerAsync(activity) ?? NotImplemented(activity) : await TakeAsync(activity, TeamsParse.Read(activity, time.GetUtcNow()));
        }
        catch (Exception exception) when (!outages.Took(exception))
        {
            LogNotTaken(exception, activity.Type, activity.Id);
            throw;
        }
    }

    private async Task<IResult> TakeAsync(Activity activity, TeamsReading reading)
    {
        if (TeamsParse.IsGoodbye(activity))
        {
            await book.LearnAsync(TeamsParse.AddressOf(activity), new Profile { Unreachable = Uninstalled, MadeAt = TeamsParse.MadeAt(activity) }, CancellationToken.None);
        }
        else if (reading.Arrival is null)
        {
            LogIgnored(reading.Ignored!);
        }
        else if ((await turns.TakeInOrderAsync(reading.Arrival, CancellationToken.None)).ByStranger)
        {
            people.Meet(activity);
        }

        return Results.Ok();
    }

    private IResult NotImplemented(Activity activity)
    {
        LogIgnored($"invoke {activity.Name}");
        return Results.StatusCode(StatusCodes.Status501NotImplemented);
    }

    private IResult Refuse(string reason, int status)
    {
        LogRefused(reason);
        return Results.StatusCode(status);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "From Teams, ignored: {Reason}")]
    private partial void LogIgnored(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing keys of Teams' tokens could not be fetched (Teams:OpenIdMetadata).")]
    private partial void LogNoMetadata(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity from Teams could not be stored and was not acknowledged: {Type} {Id}")]
    private partial void LogNotTaken(Exception exception, string type, string? id);
}
