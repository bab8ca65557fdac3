using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Channels;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>A new question, ordered on the first page: its plan is shown on wish, then it is asked.</summary>
internal static class DeskOrder
{
    public static void MapDeskOrder(this IEndpointRouteBuilder desk) => desk.MapPost("/assignments", OrderAsync).Needs(Act.Order);

    /// <summary>Somebody new answers in the browser.</summary>
    private static async Task<IResult> OrderAsync(
        HttpContext http, DeskRead read, PeopleBook people, AssignmentOpener opener, Rehearsal rehearsal, Organisation organisation, TimeProvider time, IFormCollection form)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        string? Field(string key) => form[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        var (personId, name) = (Field("person"), Field("name"));
        var (assignment, problem) = Read(form, texts, organisation);
        if (problem is not null || personId is null && name is null)
        {
            return await DeskServices.ListPageAsync(http, read, organisation, problem ?? texts.NewMissing);
        }

        var known = personId is null ? null : (await read.PeopleAsync(http.RequestAborted)).FirstOrDefault(other => other.Id == personId);
        if (personId is not null && known is null)
        {
            return await DeskServices.ListPageAsync(http, read, organisation, texts.NewMissing);
        }

        if (assignment!.DeputyId is { } deputy && (deputy == personId || (await read.PeopleAsync(http.RequestAborted)).All(other => other.Id != deputy)))
        {
            return await DeskServices.ListPageAsync(http, read, organisation, texts.NewMissing);
        }

        if (Field("preview") is not null)
        {
            return new RazorComponentResult<PlanPage>(new
            {
                Texts = texts,
                Assignment = assignment,
                Person = known?.Name ?? name ?? texts.Unnamed,
                Plan = await rehearsal.PlanAsync(assignment! with { PersonId = personId ?? "" }, http.RequestAborted),
                Organisation = organisation,
                Now = time.GetUtcNow(),
                Fields = form.Where(field => field.Key is not ("preview" or "__RequestVerificationToken")).SelectMany(field => field.Value.OfType<string>().Select(value => (field.Key, value))).ToList(),
            });
        }

        personId ??= (await people.AddAsync(
            name!, Field("title"), ["respondent"], organisation.Language, organisation.TimeZone, [new Address(Address.Web, Address.Web, $"guest-{AssignmentOpener.NewId()}")], http.RequestAborted))!.Id;
        await opener.OpenAsync(assignment! with { PersonId = personId }, requestKey: null, http.RequestAborted);
        return Results.Redirect($"/assignments/{assignment!.Id}");
    }

    private static (Assignment? Assignment, string? Problem) Read(IFormCollection form, PageTexts texts, Organisation organisation)
    {
        string? Field(string key) => form[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        var (topic, brief) = (Field("topic"), Field("brief"));
        if (topic is null or { Length: > 200 } || brief?.Length > 4000)
        {
            return (null, texts.NewMissing);
        }

        DateOnly? publishOn = null;
        if (Field("publishOn") is { } day)
        {
            publishOn = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 2000 and < 2200 ? read : null;
        }

        DateTime? deadline = null;
        if (Field("copyDeadline") is { } instant)
        {
            deadline = DateTime.TryParseExact(instant, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 2000 and < 2200 ? read : null;
        }

        var planned = Field("start") == "planned";
        if (Field("publishOn") is not null && publishOn is null || Field("copyDeadline") is not null && deadline is null || planned && publishOn is null && deadline is null)
        {
            return (null, texts.NewDates);
        }

        var wanted = form["outlets"].OfType<string>().Where(code => organisation.Outlets.Known(code) is not null).ToList();
        return (new Assignment
        {
            Id = AssignmentOpener.NewId(),
            Topic = topic,
            Brief = brief,
            PersonId = "",
            Outlets = wanted.Count > 0 ? [.. wanted] : organisation.DefaultOutlets,
            AdSize = Enum.TryParse<AdSize>(Field("size"), out var size) ? size : AdSize.Quarter,
            PublishOn = publishOn,
            CopyDeadline = deadline is { } wall ? WallClock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), organisation.TimeZone) : null,
            AsPlanned = planned,
            DeputyId = Field("deputy"),
            Language = organisation.Language,
        }, null);
    }
}
