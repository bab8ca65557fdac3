using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Readers;
using Dialog.Core.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>What a reader said.</summary>
/// <param name="Text">The words; names and contacts of people in them are replaced before they are stored.</param>
/// <param name="Source">Where it was said.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="Ask">False keeps it until an editor puts its group to the person.</param>
internal sealed record NewReaction(string? Text, string? Source = null, string? Url = null, bool? Ask = null);

/// <summary>Many at once, copied from somewhere: parted by empty lines where there are any, otherwise one a line.</summary>
internal sealed record ManyReactions(string? Text, string? Source = null, string? Url = null);

/// <summary>A reaction as it is kept.</summary>
internal sealed record ReactionBody(string Id, string AssignmentId, string Text, string? Source, string? Url, DateTimeOffset At)
{
    /// <summary>The group of those that say the same; null while it stands alone.</summary>
    public string? GroupId { get; init; }
}

/// <summary>A group of readers' words.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="AssignmentId">What they are about.</param>
/// <param name="Name">As an editor named it, or the words they share.</param>
/// <param name="NamedByWords">Nobody has named it.</param>
/// <param name="Aside">Set aside by an editor.</param>
/// <param name="AskedIn">The assignment in which the person replies; null while it has not been put to them.</param>
/// <param name="ReplyState">How far that has come.</param>
/// <param name="ReactionIds">Its reactions, oldest first.</param>
internal sealed record ReactionGroupBody(string Id, string AssignmentId, string Name, bool NamedByWords, bool Aside, string? AskedIn, AssignmentState? ReplyState, IReadOnlyList<string> ReactionIds);

/// <summary>Reactions to be moved together.</summary>
/// <param name="Reactions">Their ids.</param>
/// <param name="To">The group; <c>new</c> begins one, null lets them stand alone.</param>
internal sealed record ReactionMove(List<string?>? Reactions, string? To);

/// <summary>What is other in a group.</summary>
/// <param name="Name">Empty takes the words they share again.</param>
/// <param name="Aside">Set aside, or taken up again.</param>
internal sealed record ReactionGroupChange(string? Name = null, bool? Aside = null);

/// <summary>The group that takes all of another one in.</summary>
internal sealed record ReactionMerge(string? Into);

/// <summary>How a group is put to the person.</summary>
/// <param name="Claim">What they say, to be read after "that"; left out, one of them is quoted.</param>
/// <param name="Topic">What the reply is called.</param>
internal sealed record ReaderQuestion(string? Claim = null, string? Topic = null);

/// <summary>What readers say, in groups, and the person's replies.</summary>
internal static class ReadersApi
{
    private const int PageSize = 100;

    public static void MapReaders(this RouteGroupBuilder api)
    {
        api.MapGet("/assignments/{id}/reactions", ReactionsAsync).WithSummary("What readers said, oldest first").WithTags("Readers").Needs(Act.ReadDrafts);
        api.MapPost("/assignments/{id}/reactions", ReactAsync).WithSummary("What a reader said; the person is asked what they make of it").WithTags("Readers").TakesKey().Needs(Act.Order);
        api.MapPost("/assignments/{id}/reactions/many", ReactManyAsync).WithSummary("What many readers said: kept and grouped, put to nobody").WithTags("Readers").Needs(Act.Order);
        api.MapPost("/assignments/{id}/reactions/move", MoveAsync).WithSummary("Move reactions to another group").WithTags("Readers").Needs(Act.Order);
        api.MapGet("/assignments/{id}/reaction-groups", GroupsAsync).WithSummary("The groups of what readers said").WithTags("Readers").Needs(Act.ReadDrafts);
        api.MapPatch("/reaction-groups/{id}", ChangeAsync).WithSummary("Name a group, set it aside, take it up again").WithTags("Readers").Needs(Act.Order);
        api.MapPost("/reaction-groups/{id}/merge", MergeAsync).WithSummary("Put all of a group into another").WithTags("Readers").Needs(Act.Order);
        api.MapPost("/reaction-groups/{id}/ask", AskAsync).WithSummary("Put a group to the person: an assignment that follows what was published; the same one when asked again").WithTags("Readers").Needs(Act.Order);
    }

    private static async Task<Results<Ok<Page<ReactionBody>>, ProblemHttpResult>> ReactionsAsync(string id, string? cursor, DialogDb db, CancellationToken cancellationToken)
    {
        if (!await db.Assignments.AnyAsync(a => a.Id == id, cancellationToken))
        {
            return Problems.NotFound("assignment", id);
        }

        var rows = db.Reactions.AsNoTracking().Where(r => r.AssignmentId == id);
        if (cursor is not null && await rows.Where(r => r.Id == cursor).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(cancellationToken) is { } after)
        {
            rows = rows.Where(r => r.At > after || r.At == after && string.Compare(r.Id, cursor) > 0);
        }

        var found = await rows.OrderBy(r => r.At).ThenBy(r => r.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = found.Take(PageSize).Select(Body).ToList();
        return TypedResults.Ok(new Page<ReactionBody>(page, found.Count > PageSize ? page[^1].Id : null));
    }

    private static async Task<Results<Created<ReactionBody>, Ok<ReactionBody>, ValidationProblem, ProblemHttpResult>> ReactAsync(
        string id, NewReaction body, ReaderBook readers, HttpContext http, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var text = Clean.Text(problems.Need("text", body.Text, ReaderBook.MostText));
        var source = problems.Optional("source", body.Source, 200);
        var url = problems.Address("url", body.Url);
        problems.Check("text", text.Length > 0 || problems.Any, "This is needed.");
        var keyed = Keyed.Read(http, body, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (keyed is not null && await db.Reactions.AsNoTracking().FirstOrDefaultAsync(r => string.Compare(r.Id, keyed.Family) > 0 && string.Compare(r.Id, keyed.Last) < 0, cancellationToken) is { } earlier)
        {
            return earlier.Id == keyed.Id ? TypedResults.Ok(Body(earlier)) : Keyed.Used();
        }

        var reaction = new Reaction(keyed?.Id ?? Guid.CreateVersion7().ToString("N"), text, source, url);
        return await readers.AddAsync(id, reaction, body.Ask == false ? Asking.Never : Asking.Always, cancellationToken) is not null
            ? TypedResults.Created($"{http.Request.PathBase}/api/v1/assignments/{id}", Body(await db.Reactions.AsNoTracking().SingleAsync(r => r.Id == reaction.Id, cancellationToken)))
            : Problems.NotFound("assignment", id);
    }

    private static async Task<Results<Ok<Page<ReactionGroupBody>>, ValidationProblem, ProblemHttpResult>> ReactManyAsync(string id, ManyReactions body, ReaderBook readers, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var pasted = ReactionPaste.Read(problems.Need("text", body.Text, ReaderBook.MostAtOnce * ReaderBook.MostText));
        problems.Check("text", pasted.Count <= ReaderBook.MostAtOnce, $"At most {ReaderBook.MostAtOnce} at once.");
        problems.Check("text", pasted.TrueForAll(text => text.Length <= ReaderBook.MostText), $"At most {ReaderBook.MostText} characters each.");
        problems.Check("text", pasted.Count > 0 || problems.Any, "This is needed.");
        var source = problems.Optional("source", body.Source, 200);
        var url = problems.Address("url", body.Url);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var batch = Guid.CreateVersion7().ToString("N");
        return await readers.AddAsync(id, Reaction.Many(batch, pasted, source, url), cancellationToken)
            ? TypedResults.Ok(await ReadAsync(id, readers, cancellationToken))
            : Problems.NotFound("assignment", id);
    }

    private static async Task<Results<Ok<Page<ReactionGroupBody>>, ProblemHttpResult>> GroupsAsync(string id, ReaderBook readers, CancellationToken cancellationToken) =>
        await ReadAsync(id, readers, cancellationToken) is { } page ? TypedResults.Ok(page) : Problems.NotFound("assignment", id);

    private static async Task<Results<Ok<Page<ReactionGroupBody>>, ValidationProblem, ProblemHttpResult>> MoveAsync(string id, ReactionMove body, ReaderBook readers, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        problems.Check("reactions", body.Reactions is { Count: > 0 and <= ReaderBook.MostAtOnce } && !body.Reactions.Contains(null), $"One to {ReaderBook.MostAtOnce} ids.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (await readers.ReadAsync(id, cancellationToken) is null)
        {
            return Problems.NotFound("assignment", id);
        }

        return await readers.MoveAsync(id, [.. body.Reactions!.OfType<string>()], body.To, cancellationToken) is not null
            ? TypedResults.Ok(await ReadAsync(id, readers, cancellationToken))
            : TypedResults.Problem("The reactions or the group are not there, or have been put to the person.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<ReactionGroupBody>, ValidationProblem, ProblemHttpResult>> ChangeAsync(string id, ReactionGroupChange body, ReaderBook readers, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var name = problems.Line("name", body.Name, ReaderBook.MostName);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var found = (body.Name is null || await readers.RenameAsync(id, name ?? "", cancellationToken)) && (body.Aside is not { } aside || await readers.SetAsideAsync(id, aside, cancellationToken));
        return found && await readers.FindGroupAsync(id, cancellationToken) is ({ } all, { } group) ? TypedResults.Ok(Body(all.AssignmentId, group)) : Problems.NotFound("group", id);
    }

    private static async Task<Results<Ok<ReactionGroupBody>, ValidationProblem, ProblemHttpResult>> MergeAsync(string id, ReactionMerge body, ReaderBook readers, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var into = problems.Need("into", body.Into, 100);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (await readers.FindGroupAsync(id, cancellationToken) is not (_, not null))
        {
            return Problems.NotFound("group", id);
        }

        return await readers.MergeAsync(id, into, cancellationToken) && await readers.FindGroupAsync(into, cancellationToken) is ({ } all, { } group)
            ? TypedResults.Ok(Body(all.AssignmentId, group))
            : TypedResults.Problem("The two are not about the same text, or one has been put to the person.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> AskAsync(string id, Optional<ReaderQuestion> body, ReaderBook readers, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var claim = problems.Line("claim", body.Value?.Claim, ReaderBook.MostClaim);
        var topic = problems.Line("topic", body.Value?.Topic, 200);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (await readers.FindGroupAsync(id, cancellationToken) is not ({ } all, { } group))
        {
            return Problems.NotFound("group", id);
        }

        if (group.State is null && !await readers.CanAskAsync(all.AssignmentId, cancellationToken))
        {
            return TypedResults.Problem("The person has been erased and cannot be asked.", statusCode: StatusCodes.Status409Conflict);
        }

        if (group is { AskedIn: not null, State: null })
        {
            return TypedResults.Problem("It was put to the person, and the reply has been erased since.", statusCode: StatusCodes.Status409Conflict);
        }

        return await readers.AskAsync(id, claim, topic, cancellationToken) is { } reply
            ? TypedResults.Ok(await AssignmentViews.DetailsAsync(reply, db, cancellationToken))
            : TypedResults.Problem("Nothing of it has been published yet.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<Page<ReactionGroupBody>?> ReadAsync(string assignmentId, ReaderBook readers, CancellationToken cancellationToken) =>
        await readers.ReadAsync(assignmentId, cancellationToken) is { } all ? new Page<ReactionGroupBody>(all.Groups.ConvertAll(group => Body(assignmentId, group))) : null;

    private static ReactionBody Body(ReactionRow row) => new(row.Id, row.AssignmentId, row.Text, row.Source, row.Url, row.At) { GroupId = row.GroupId };

    private static ReactionGroupBody Body(string assignmentId, ReaderGroup group) =>
        new(group.Id, assignmentId, group.Called, group.Automatic, group.Aside, group.AskedIn, group.State, group.Reactions.ConvertAll(reaction => reaction.Id));
}
