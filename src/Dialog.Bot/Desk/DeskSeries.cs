using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Api;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>Series: begun, looked at, and single times left out or moved. The rules are the API's.</summary>
internal static class DeskSeries
{
    public static void MapDeskSeries(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/series", (HttpContext http, DeskRead read, SeriesBook book, Organisation organisation, TimeProvider time) =>
            ListAsync(http, read, book, organisation, time, new FilledForm(null), [], preview: null)).Needs(Act.SeeWork);
        desk.MapPost("/series", OrderAsync).Needs(Act.Order);
        desk.MapGet("/series/{id}", (HttpContext http, string id, DeskRead read, SeriesBook book, Organisation organisation, TimeProvider time) =>
            ShowAsync(http, id, read, book, organisation, time, problem: null)).Needs(Act.SeeWork);
        desk.MapPost("/series/{id}", ChangeAsync).Needs(Act.Order);
    }

    /// <summary>Shown first, or begun.</summary>
    private static async Task<IResult> OrderAsync(HttpContext http, IFormCollection form, DeskRead read, SeriesBook book, DialogDb db, Database database, Organisation organisation, TimeProvider time)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var filled = new FilledForm(form);
        if (filled.Has("change", "yes") || PersonSearch.Waits(filled))
        {
            return await ListAsync(http, read, book, organisation, time, filled, [], preview: null);
        }

        var problems = new Problems();
        var order = Order(filled, problems);
        var series = await SeriesApi.ReadAsync(order, problems, db, database, organisation, time, http.RequestAborted);
        if (!problems.Any && filled.Value("action") == "add")
        {
            series = series with { Id = Once.IdOf(http, form, StateJson.Write(order)) };
            await book.AddAsync(series, http.RequestAborted);
            return Results.Redirect($"~/series/{series.Id}");
        }

        return await ListAsync(http, read, book, organisation, time, filled, [.. problems.All.Select(problem => texts.SeriesProblem(problem.Field)).Distinct()], problems.Any ? null : series);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, string id, IFormCollection form, DeskRead read, SeriesBook book, Organisation organisation, TimeProvider time)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (await book.FindAsync(id, http.RequestAborted) is not { } series)
        {
            return DeskServices.NotFound(texts);
        }

        var (action, to) = (form["action"].ToString(), Day(form["to"]));
        var on = Day(form["on"]) is { } day && series.On(day) is not null ? day : (DateOnly?)null;
        if (action == "move" && to is null || on is null && action is "skip" or "take" or "move" or "back")
        {
            return await ShowAsync(http, id, read, book, organisation, time, texts.SeriesProblem("to"));
        }

        if (action is "skip" or "move" or "back" && await book.IsOpenedAsync(series, on!.Value, http.RequestAborted))
        {
            return await ShowAsync(http, id, read, book, organisation, time, texts.SeriesProblem("asked"));
        }

        Func<Series, Series>? change = action switch
        {
            "skip" => found => found.Skip(on!.Value, skipped: true),
            "take" => found => found.Skip(on!.Value, skipped: false),
            "move" => found => found.Move(on!.Value, to!.Value),
            "back" => found => found.Move(on!.Value, on.Value),
            "end" => found => found with { Ended = true },
            "resume" => found => found with { Ended = false },
            _ => null,
        };
        if (change is not null)
        {
            await book.ChangeAsync(id, change, http.RequestAborted);
        }

        return Results.Redirect($"~/series/{id}");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, DeskRead read, SeriesBook book, Organisation organisation, TimeProvider time, FilledForm form, IReadOnlyList<string> problems, Series? preview)
    {
        var opening = await book.TimesAsync(http.RequestAborted);
        return new RazorComponentResult<SeriesListPage>(new
        {
            Texts = PageLanguage.TextsFor(http, organisation),
            Lines = (await book.ListAsync(http.RequestAborted)).Select(series => (series, SeriesApi.Next(series, organisation, time).FirstOrDefault(occurrence => !occurrence.Skipped)))
                .OrderBy(line => line.series.Ended).ThenBy(line => line.series.Title, Alphabet.Of(organisation)).ToList(),
            People = await read.PeopleAsync(PersonSearch.WordsIn(form), form.Values("persons").Append(form.Value("deputy")), http.RequestAborted),
            Organisation = organisation,
            OpensAt = (Func<Occurrence, DateTimeOffset>)(occurrence => opening.At(preview!, occurrence)),
            Form = form,
            Problems = problems,
            Preview = preview,
            Times = preview is null ? [] : SeriesApi.Next(preview, organisation, time).ToList(),
        })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string id, DeskRead read, SeriesBook book, Organisation organisation, TimeProvider time, string? problem)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (await book.FindAsync(id, http.RequestAborted) is not { } series)
        {
            return DeskServices.NotFound(texts);
        }

        var (times, opening) = (SeriesApi.Next(series, organisation, time).ToList(), await book.TimesAsync(http.RequestAborted));
        var opened = await read.ThoseOfAsync(times.ConvertAll(occurrence => series.Order(occurrence).Id), http.RequestAborted);
        return new RazorComponentResult<SeriesPage>(new
        {
            Texts = texts,
            Series = series,
            Times = times,
            People = (IReadOnlyDictionary<string, string?>)await read.NamesAsync(series.PersonIds, http.RequestAborted),
            Opened = (IReadOnlyDictionary<DateOnly, string>)times.Where(occurrence => opened.Contains(series.Order(occurrence).Id)).ToDictionary(occurrence => occurrence.RuleDay, occurrence => series.Order(occurrence).Id),
            OpensAt = (Func<Occurrence, DateTimeOffset>)(occurrence => opening.At(series, occurrence)),
            Organisation = organisation,
            Problem = problem,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>What the API would be sent.</summary>
    private static NewSeries Order(FilledForm form, Problems problems)
    {
        string? Field(string name) => form.Value(name).Trim() is { Length: > 0 } text ? text : null;
        int? Number(string field, string? text)
        {
            var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            problems.Check(field, text is null || read, "A number.");
            return read ? number : null;
        }

        var editions = Lines(form.Value("editions")).ConvertAll(Day);
        problems.Check("editions", !editions.Contains(null), "Days as YYYY-MM-DD.");
        problems.Check("from", Field("from") is null || Day(Field("from")) is not null, "A day as YYYY-MM-DD.");
        return new NewSeries(
            Field("title"),
            Field("nth") is null ? null : new RuleBody(Number("rule", Field("nth")), Field("weekday"), Number("rule", Field("every"))),
            [.. editions.OfType<DateOnly>()],
            Number("workingDaysBefore", Field("before")),
            [.. form.Values("persons")],
            Lines(form.Value("questions")).ConvertAll<QuestionBody?>(topic => new QuestionBody(topic)),
            form.Values("outlets") is { Count: > 0 } outlets ? [.. outlets] : null,
            Enum.TryParse<AdSize>(Field("size"), out var size) ? size : null,
            DeputyId: Field("deputy"),
            From: Day(Field("from")));
    }

    private static List<string> Lines(string text) => [.. text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}
