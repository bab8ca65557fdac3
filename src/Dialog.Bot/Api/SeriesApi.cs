using System.Collections.Immutable;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>A series to begin: a rule or a list of editions; persons and questions take turns.</summary>
internal sealed record NewSeries(
    string? Title,
    RuleBody? Rule = null,
    List<DateOnly>? Editions = null,
    int? WorkingDaysBefore = null,
    List<string?>? PersonIds = null,
    List<QuestionBody?>? Questions = null,
    List<string?>? Outlets = null,
    AdSize? AdSize = null,
    Track? Track = null,
    string? Language = null,
    string? DeputyId = null,
    DateOnly? From = null);

/// <summary>The nth weekday of every month: nth is 1 to 4, or -1 for the last.</summary>
internal sealed record RuleBody(int? Nth, string? Weekday, int? EveryMonths = null);

/// <summary>What is asked.</summary>
internal sealed record QuestionBody(string? Topic, string? Brief = null);

/// <summary>Which occurrence, and to which day it is moved.</summary>
internal sealed record OccurrenceChange(DateOnly? On, DateOnly? To = null);

/// <summary>One time of a series.</summary>
internal sealed record OccurrenceBody(DateOnly On, DateOnly PublishOn, string PersonId, string Topic, bool Skipped, DateTimeOffset OpensAt, string AssignmentId);

/// <summary>A series with its next twelve times.</summary>
internal sealed record SeriesBody(string Id, string Title, RuleBody? Rule, IReadOnlyList<DateOnly> Editions, int? WorkingDaysBefore, IReadOnlyList<string> PersonIds, IReadOnlyList<SeriesQuestion> Questions, DateOnly From, bool Ended)
{
    /// <summary>The next twelve, those left out too.</summary>
    public required IReadOnlyList<OccurrenceBody> Next { get; init; }
}

/// <summary>Series over REST, with their next twelve times.</summary>
internal static class SeriesApi
{
    /// <summary>Times shown ahead.</summary>
    public const int Shown = 12;

    private const int PageSize = 100;

    public static void MapSeries(this RouteGroupBuilder api)
    {
        api.MapPost("/series", AddAsync).WithSummary("Begin a series of assignments").WithTags("Series").TakesKey().Needs(Act.Order);
        api.MapPost("/series/preview", PreviewAsync).WithSummary("The next twelve times of a series; nothing is stored").WithTags("Series").Needs(Act.Order);
        api.MapGet("/series", ListAsync).WithSummary("List series with their next twelve times").WithTags("Series").Needs(Act.SeeWork);
        api.MapGet("/series/{id}", GetAsync).WithSummary("One series with its next twelve times").WithTags("Series").Needs(Act.SeeWork);
        api.MapPost("/series/{id}/skip", SkipAsync).WithSummary("Leave one time out, or take it in again").WithTags("Series").Needs(Act.Order);
        api.MapPost("/series/{id}/move", MoveAsync).WithSummary("Move one time to another day in print").WithTags("Series").Needs(Act.Order);
        api.MapDelete("/series/{id}", RemoveAsync).WithSummary("End a series; what was opened goes on").WithTags("Series").Needs(Act.Order);
    }

    private static async Task<Results<Created<SeriesBody>, Ok<SeriesBody>, ValidationProblem, ProblemHttpResult>> AddAsync(NewSeries body, SeriesBook book, HttpContext http, DialogDb db, Database database, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var series = await ReadAsync(body, problems, db, database, organisation, time, cancellationToken);
        var keyed = Keyed.Read(http, body, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (keyed is not null)
        {
            series = series with { Id = keyed.Id };
            if (await db.Series.Where(s => string.Compare(s.Id, keyed.Family) > 0 && string.Compare(s.Id, keyed.Last) < 0).Select(s => s.Id).FirstOrDefaultAsync(cancellationToken) is { } earlier)
            {
                return earlier == keyed.Id ? TypedResults.Ok(Body((await book.FindAsync(earlier, cancellationToken))!, await book.TimesAsync(cancellationToken), organisation, time)) : Keyed.Used();
            }
        }

        await book.AddAsync(series, cancellationToken);
        return TypedResults.Created($"{http.Request.PathBase}/api/v1/series/{series.Id}", Body(series, await book.TimesAsync(cancellationToken), organisation, time));
    }

    private static async Task<Results<Ok<SeriesBody>, ValidationProblem>> PreviewAsync(NewSeries body, SeriesBook book, DialogDb db, Database database, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var series = await ReadAsync(body, problems, db, database, organisation, time, cancellationToken);
        return problems.Any ? problems.ToResult() : TypedResults.Ok(Body(series, await book.TimesAsync(cancellationToken), organisation, time));
    }

    private static async Task<Page<SeriesBody>> ListAsync(string? cursor, SeriesBook book, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        var rest = (await book.ListAsync(cancellationToken)).Where(series => cursor is null || string.CompareOrdinal(series.Id, cursor) > 0).Take(PageSize + 1).ToList();
        var times = await book.TimesAsync(cancellationToken);
        return new([.. rest.Take(PageSize).Select(series => Body(series, times, organisation, time))], rest.Count > PageSize ? rest[PageSize - 1].Id : null);
    }

    private static async Task<Results<Ok<SeriesBody>, ProblemHttpResult>> GetAsync(string id, SeriesBook book, Organisation organisation, TimeProvider time, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } series ? TypedResults.Ok(Body(series, await book.TimesAsync(cancellationToken), organisation, time)) : Problems.NotFound("series", id);

    private static Task<Results<Ok<SeriesBody>, ValidationProblem, ProblemHttpResult>> SkipAsync(string id, OccurrenceChange change, SeriesBook book, Organisation organisation, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, change, needsTo: false, series => series.Skip(change.On!.Value, !series.Skipped.Contains(change.On.Value)), book, organisation, time, cancellationToken);

    private static Task<Results<Ok<SeriesBody>, ValidationProblem, ProblemHttpResult>> MoveAsync(string id, OccurrenceChange change, SeriesBook book, Organisation organisation, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, change, needsTo: true, series => series.Move(change.On!.Value, change.To!.Value), book, organisation, time, cancellationToken);

    private static async Task<Results<Ok<SeriesBody>, ValidationProblem, ProblemHttpResult>> ChangeAsync(
        string id, OccurrenceChange change, bool needsTo, Func<Series, Series> act, SeriesBook book, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } before)
        {
            return Problems.NotFound("series", id);
        }

        var problems = new Problems();
        problems.Check("on", change.On is { } on && before.On(on) is not null, "The series has no time on that day. Use the on of one that is listed.");
        problems.Check("on", problems.Any || !needsTo && before.Skipped.Contains(change.On!.Value) || !await book.IsOpenedAsync(before, change.On!.Value, cancellationToken), "That time has been asked. Change its assignment, or take it back.");
        problems.Check("to", !needsTo || change.To is { Year: >= 2000 and < 2200 }, "Give the new day in print as YYYY-MM-DD.");
        return problems.Any ? problems.ToResult() : TypedResults.Ok(Body((await book.ChangeAsync(id, act, cancellationToken))!, await book.TimesAsync(cancellationToken), organisation, time));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, SeriesBook book, CancellationToken cancellationToken) =>
        await book.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Problems.NotFound("series", id);

    /// <summary>The series as it would be kept; what is wrong with it is collected by field.</summary>
    public static async Task<Series> ReadAsync(NewSeries body, Problems problems, DialogDb db, Database database, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        var title = problems.NeedLine("title", body.Title, 200);
        var outlets = body.Outlets ?? [.. organisation.DefaultOutlets];
        problems.Check("outlets", outlets.Count > 0 && outlets.TrueForAll(code => code is not null && organisation.Outlets.Known(code) is not null), $"Use {string.Join(", ", organisation.Outlets.All.Select(outlet => outlet.Code))}.");
        problems.Check("rule", body.Rule is null != body.Editions is null or { Count: 0 }, "Give either a rule or a list of editions.");
        var weekday = Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>().FirstOrDefault(day => string.Equals($"{day}", body.Rule?.Weekday?.Trim(), StringComparison.OrdinalIgnoreCase));
        problems.Check("rule", body.Rule is null || body.Rule.Nth is -1 or >= 1 and <= 4 && weekday is not null && body.Rule.EveryMonths is null or >= 1 and <= 12, "nth is 1 to 4 or -1 for the last, weekday an English name such as thursday, everyMonths 1 to 12.");
        problems.Check("editions", body.Editions is null || body.Editions.Count <= 500 && body.Editions.TrueForAll(day => day.Year is >= 2000 and < 2200), "At most 500 days between 2000 and 2199.");
        problems.Check("workingDaysBefore", body.WorkingDaysBefore is null or >= 0 and <= 100, "Use 0 to 100.");
        problems.Check("from", body.From is null or { Year: >= 2000 and < 2200 }, "Use a year between 2000 and 2199.");
        var language = body.Language ?? organisation.Language;
        problems.Check("language", language is "sv" or "en", "Use sv or en.");
        var questions = (body.Questions ?? []).Select(question => new SeriesQuestion(problems.NeedLine("questions", question?.Topic, 200), problems.Optional("questions", question?.Brief, 4000))).ToImmutableList();
        problems.Check("questions", questions.Count is > 0 and <= 100, "At least one, each with a topic.");
        var persons = (body.PersonIds ?? []).OfType<string>().ToImmutableList();
        problems.Check("personIds", persons.Count is > 0 and <= 200, "One to 200.");
        var standing = new Dictionary<string, string>();
        foreach (var id in persons.Append(body.DeputyId).OfType<string>().Distinct())
        {
            var personId = await Joins.FollowAsync(database, id, cancellationToken);
            problems.Check("personIds", await db.Addresses.AnyAsync(address => address.PersonId == personId, cancellationToken), $"{id} is nobody that can be written to.");
            standing[id] = personId;
        }

        return new Series
        {
            Id = AssignmentOpener.NewId(),
            Title = title,
            Template = new Assignment { Id = "", Topic = "", PersonId = "", Outlets = [.. outlets.OfType<string>().Distinct()], AdSize = problems.Known("adSize", body.AdSize) ?? AdSize.Quarter, Track = problems.Known("track", body.Track) ?? Track.Standard, Language = language, InTheirLanguage = body.Language is null, DeputyId = body.DeputyId is { } deputy ? standing[deputy] : null },
            Rule = body.Rule is null || weekday is null ? null : new MonthlyRule(body.Rule.Nth ?? 1, weekday.Value, body.Rule.EveryMonths ?? 1),
            Editions = [.. (body.Editions ?? []).Distinct().Order()],
            WorkingDaysBefore = body.WorkingDaysBefore,
            PersonIds = persons.ConvertAll(id => standing[id]),
            Questions = questions,
            From = body.From ?? Today(organisation, time),
        };
    }

    private static SeriesBody Body(Series series, OpeningTimes times, Organisation organisation, TimeProvider time)
    {
        return new SeriesBody(
            series.Id, series.Title, series.Rule is { } rule ? new RuleBody(rule.Nth, rule.Weekday.ToString().ToLowerInvariant(), rule.EveryMonths) : null, series.Editions, series.WorkingDaysBefore, series.PersonIds, series.Questions, series.From, series.Ended)
        {
            Next = [.. Next(series, organisation, time).Select(occurrence => new OccurrenceBody(
                occurrence.RuleDay, occurrence.Day, occurrence.PersonId, occurrence.Question.Topic, occurrence.Skipped, times.At(series, occurrence), series.Order(occurrence).Id))],
        };
    }

    /// <summary>The next twelve, those left out too.</summary>
    public static IEnumerable<Occurrence> Next(Series series, Organisation organisation, TimeProvider time)
    {
        var today = Today(organisation, time);
        return series.Occurrences().Where(occurrence => occurrence.Day >= today).Take(Shown);
    }

    private static DateOnly Today(Organisation organisation, TimeProvider time) => Dialog.Core.Calendars.WallClock.Day(time.GetUtcNow(), organisation.TimeZone);
}
