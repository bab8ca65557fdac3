using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Api;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>What is done to an assignment as a whole, and to people's days.</summary>
internal static class DeskActions
{
    /// <summary>A calendar file is smaller.</summary>
    private const int MostCalendar = 2 * 1024 * 1024;

    public static void MapDeskActions(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/assignments/{id}/action", ActAsync).Needs(Act.Order);
        desk.MapGet("/people", (HttpContext http, DeskRead read, FeedBook feeds, Organisation organisation) => PeopleAsync(http, read, feeds, organisation, url: null)).Needs(Act.SeePeople);
        desk.MapPost("/people", ChangeDeskFeedAsync).Needs(Act.Order);
        desk.MapGet("/people/{id}", PersonAsync).Needs(Act.SeePeople);
        desk.MapPost("/people/{id}", ChangeAsync).Needs(Act.ChangePeople);
    }

    private static async Task<IResult> ActAsync(HttpContext http, string id, IFormCollection form, AssignmentDesk desk, DeskRead read, ChatVisitors visitors, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (await desk.FindAsync(id, http.RequestAborted) is not { } row)
        {
            return DeskServices.NotFound(texts);
        }

        var person = form["person"].ToString();
        var reachable = person.Length > 0 && person != row.PersonId && await desk.CanReachAsync(person, http.RequestAborted);
        var action = form["action"].ToString();
        switch (action)
        {
            case "withdraw":
                await desk.WithdrawAsync(row, http.RequestAborted);
                return Results.Redirect($"~/assignments/{id}?done=withdraw");
            case "change":
                return await DeskReorder.ReorderAsync(http, form, row, desk, read, visitors, organisation);
            case "reopen":
                await desk.ReopenAsync(row, http.RequestAborted);
                break;
            case "reassign" when reachable:
                var instead = Once.IdOf(http, form, $"reassign\n{person}");
                var other = (await desk.ReassignAsync(row, person, instead, http.RequestAborted)).Id ?? (await desk.FindAsync(instead, http.RequestAborted))?.Id;
                return Results.Redirect(other is null ? $"~/assignments/{id}" : $"~/assignments/{other}?done={(other == instead ? "reassign" : "spare")}&from={id}");
            case "put-back" when await desk.FindAsync(form["from"].ToString(), http.RequestAborted) is { } before:
                var isBack = before.State != AssignmentState.Cancelled || await desk.PutBackAsync(row, before, http.RequestAborted) is null;
                return Results.Redirect($"~/assignments/{(isBack ? before.Id : id)}");
            case "also" when reachable:
                return Results.Redirect($"~/assignments/{await desk.AlsoAskAsync(row, person, Once.IdOf(http, form, $"also\n{person}"), http.RequestAborted)}");
            case "reassign" or "also":
                return Results.Redirect($"~/assignments/{id}?done=out-of-reach");
        }

        return Results.Redirect($"~/assignments/{id}");
    }

    private static async Task<IResult> PeopleAsync(HttpContext http, DeskRead read, FeedBook feeds, Organisation organisation, string? url)
    {
        var words = http.Request.Query["find"].ToString().Trim();
        var (people, count) = await read.EverybodyAsync(words, http.RequestAborted);
        return new RazorComponentResult<PeoplePage>(new
        {
            Texts = PageLanguage.TextsFor(http, organisation),
            People = people,
            Count = count,
            Search = words,
            Organisation = organisation,
            FeedGivenAt = await feeds.GivenAtAsync(FeedBook.Desk, http.RequestAborted),
            FeedUrl = url,
            FeedGone = Unfed(http),
        });
    }

    private static bool Unfed(HttpContext http) => http.Request.Query["done"] == "unfeed";

    private static async Task<IResult> ChangeDeskFeedAsync(HttpContext http, IFormCollection form, DeskRead read, FeedBook feeds, Organisation organisation)
    {
        switch (form["action"].ToString())
        {
            case "feed":
                return await PeopleAsync(http, read, feeds, organisation, await MakeFeedAsync(http, FeedBook.Desk, feeds));
            case "unfeed":
                await feeds.TakeBackAsync(FeedBook.Desk, http.RequestAborted);
                return Results.Redirect("~/people?done=unfeed");
            case "refeed":
                await feeds.GiveBackAsync(FeedBook.Desk, http.RequestAborted);
                break;
        }

        return Results.Redirect("~/people");
    }

    /// <summary>The address of a calendar, as only this answer says it.</summary>
    private static async Task<string> MakeFeedAsync(HttpContext http, string owner, FeedBook feeds) => FeedsApi.Address(http, await feeds.GiveAsync(owner, http.RequestAborted)).Url;

    private static async Task<IResult> PersonAsync(HttpContext http, string id, DeskRead read, FeedBook feeds, Organisation organisation) => await ShowAsync(http, id, read, feeds, organisation, problem: null);

    private static async Task<IResult> ChangeAsync(
        HttpContext http, string id, IFormCollection form, DeskRead read, PeopleBook book, AbsenceBook absences, FeedBook feeds, Sessions sessions, Organisation organisation, TimeProvider time)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (await read.PersonAsync(id, http.RequestAborted) is not { } person)
        {
            return DeskServices.NotFound(texts);
        }

        var action = form["action"].ToString();
        if (action == "details")
        {
            return await ChangeDetailsAsync(http, form, person, read, book, absences, feeds, sessions, organisation);
        }

        switch (person.Addresses.Count == 0 ? "" : action)
        {
            case "hours":
                var hours = form["hours"].ToString().Trim();
                if (hours.Length > 0 && WorkingHours.ReadSpan(hours) is null)
                {
                    return await ShowAsync(http, id, read, feeds, organisation, texts.HoursWrong, form: form);
                }

                await book.ChangeAsync(id, row => row.Hours = hours.Length == 0 ? null : hours, http.RequestAborted);
                await absences.PlanAnewAsync(id, http.RequestAborted);
                break;
            case "away":
                if (Bounded(form["first"]) is not { } first || (form["last"].ToString().Length == 0 ? first : Bounded(form["last"])) is not { } last || last < first)
                {
                    return await ShowAsync(http, id, read, feeds, organisation, texts.AbsenceWrong, form: form);
                }

                await absences.SetAsync(id, [.. person.Absences, new DateSpan(first, last)], http.RequestAborted);
                break;
            case "here":
                await absences.SetAsync(id, [.. person.Absences.Where(span => span.First != Day(form["first"]))], http.RequestAborted);
                return Results.Redirect(person.Absences.Cast<DateSpan?>().FirstOrDefault(span => span?.First == Day(form["first"])) is { } gone ? $"~/people/{id}?first={gone.First:yyyy-MM-dd}&last={gone.Last:yyyy-MM-dd}" : $"~/people/{id}");
            case "feed":
                return await ShowAsync(http, id, read, feeds, organisation, problem: null, await MakeFeedAsync(http, id, feeds));
            case "unfeed":
                await feeds.TakeBackAsync(id, http.RequestAborted);
                return Results.Redirect($"~/people/{id}?done=unfeed");
            case "refeed":
                await feeds.GiveBackAsync(id, http.RequestAborted);
                break;
            case "calendar":
                if (form.Files["calendar"] is not { Length: > 0 and <= MostCalendar } file)
                {
                    return await ShowAsync(http, id, read, feeds, organisation, texts.CalendarWrong);
                }

                using (var reader = new StreamReader(file.OpenReadStream()))
                {
                    if (AwayCalendar.Read(await reader.ReadToEndAsync(http.RequestAborted), person.TimeZone, People.OwnHours(person.Hours, organisation) ?? organisation.Hours, time.GetUtcNow()) is not { } days)
                    {
                        return await ShowAsync(http, id, read, feeds, organisation, texts.CalendarWrong);
                    }

                    await absences.SetAsync(id, [.. person.Absences, .. days], http.RequestAborted);
                }

                break;
        }

        return Results.Redirect($"~/people/{id}");
    }

    private static async Task<IResult> ChangeDetailsAsync(
        HttpContext http, IFormCollection form, DeskPersonDays person, DeskRead read, PeopleBook book, AbsenceBook absences, FeedBook feeds, Sessions sessions, Organisation organisation)
    {
        var words = PersonTexts.For(PageLanguage.TextsFor(http, organisation).Language);
        var seen = PersonForm.SeenIn(form) ?? person.Details;
        var written = PersonForm.Read(form, seen, Caller.Of(http).May(Act.GiveRoles));
        var mistake = written.Mistakes(seen).FirstOrDefault() ?? (written.Email.Length > 0 && await book.IsTakenAsync(written.Email, person.Id, http.RequestAborted) ? "taken" : null);
        if (mistake is not null)
        {
            return await ShowAsync(http, person.Id, read, feeds, organisation, words.Wrong(mistake), details: (seen, written));
        }

        await book.ChangeAsync(person.Id, row => written.Change(row, seen), http.RequestAborted);
        sessions.Forget(person.Id);
        if (person.Addresses.Count > 0)
        {
            await absences.PlanAnewAsync(person.Id, http.RequestAborted);
        }

        return Results.Redirect($"~/people/{person.Id}?done=details");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, string id, DeskRead read, FeedBook feeds, Organisation organisation, string? problem, string? feedUrl = null, IFormCollection? form = null, (PersonForm Seen, PersonForm Written)? details = null)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        return await read.PersonAsync(id, http.RequestAborted) is not { } person
            ? DeskServices.NotFound(texts)
            : new RazorComponentResult<PersonPage>(new
            {
                Texts = texts,
                Person = person,
                Organisation = organisation,
                Problem = problem,
                Form = new FilledForm(form),
                Saved = http.Request.Query["done"] == "details",
                Written = details?.Written,
                Seen = details?.Seen,
                Gone = Day(http.Request.Query["first"]) is { } from && Day(http.Request.Query["last"]) is { } to && to >= from && person.Absences.All(span => span.First != from) ? new DateSpan(from, to) : (DateSpan?)null,
                FeedGivenAt = await feeds.GivenAtAsync(id, http.RequestAborted),
                FeedUrl = feedUrl,
                FeedGone = Unfed(http),
            })
            {
                StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            };
    }

    /// <summary>A day that somebody can be away on; "until further notice" has no end that can be counted to.</summary>
    private static DateOnly? Bounded(string? text) => Day(text) is { Year: >= 2000 and < 2200 } day ? day : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
