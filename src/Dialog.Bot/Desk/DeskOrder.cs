using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Channels;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>A new question: what the person will read, and when, is shown on wish; then it is asked.</summary>
internal static class DeskOrder
{
    public static void MapDeskOrder(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/assignments/new", (HttpContext http, DeskRead read, Organisation organisation) => FormAsync(http, read, organisation, new FilledForm(null), problem: null)).Needs(Act.Order);
        desk.MapPost("/assignments", OrderAsync).Needs(Act.Order);
    }

    private static async Task<IResult> FormAsync(HttpContext http, DeskRead read, Organisation organisation, FilledForm form, string? problem) => new RazorComponentResult<NewPage>(new
    {
        Texts = PageLanguage.TextsFor(http, organisation),
        People = await read.PeopleAsync(PersonSearch.WordsIn(form), form.Filled ? [form.Value("person"), form.Value("deputy")] : [http.Request.Query["person"].ToString()], http.RequestAborted),
        Person = http.Request.Query["person"].ToString(),
        Organisation = organisation,
        Form = form,
        Problem = problem,
    })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> OrderAsync(
        HttpContext http, DeskRead read, PeopleBook people, AssignmentOpener opener, Rehearsal rehearsal, Organisation organisation, TimeProvider time, IFormCollection form)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        string? Field(string key) => form[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        if (Field("change") is not null || PersonSearch.Waits(new FilledForm(form)))
        {
            return await FormAsync(http, read, organisation, new FilledForm(form), problem: null);
        }

        var (personId, name) = (Field("person"), Clean.TextOrNull(Field("name")));
        var (assignment, problem) = Read(form, texts, organisation);
        if (problem is not null || personId is null && name is null)
        {
            return await FormAsync(http, read, organisation, new FilledForm(form), problem ?? texts.NewMissing);
        }

        var unnamed = name is null ? null : PersonForm.Unnamed(name, Field("title"));
        if (unnamed is not null)
        {
            return await FormAsync(http, read, organisation, new FilledForm(form), PersonTexts.For(texts.Language).Wrong(unnamed));
        }

        if (personId is not null && name is not null)
        {
            return await FormAsync(http, read, organisation, new FilledForm(form), OrderTexts.For(texts.Language).Wrong("name"));
        }

        var known = personId is null ? null : await read.AskableAsync(personId, http.RequestAborted);
        if (personId is not null && known is null)
        {
            return await FormAsync(http, read, organisation, new FilledForm(form), texts.NewMissing);
        }

        if (assignment!.DeputyId is { } deputy && (deputy == personId || await read.AskableAsync(deputy, http.RequestAborted) is null))
        {
            return await FormAsync(http, read, organisation, new FilledForm(form), OrderTexts.For(texts.Language).Wrong("deputy"));
        }

        if (Field("preview") is not null)
        {
            var (plan, first) = await rehearsal.AskAsync(assignment! with { PersonId = personId ?? "" }, name, http.RequestAborted);
            return new RazorComponentResult<PlanPage>(new
            {
                Texts = texts,
                Assignment = assignment,
                Person = known?.Name ?? name ?? texts.Unnamed,
                Plan = plan,
                First = first,
                Organisation = organisation,
                Now = time.GetUtcNow(),
                Fields = form.Where(field => field.Key is not ("preview" or "change" or "__RequestVerificationToken")).SelectMany(field => field.Value.OfType<string>().Select(value => (field.Key, value))).ToList(),
            });
        }

        personId ??= await MeetAsync(http, form, people, organisation, name!, Field("title"));
        assignment = assignment with { PersonId = personId };
        var (row, _) = await opener.OpenAsync(assignment, $"desk:{Once.IdOf(http, form, StateJson.Write(assignment with { Id = "" }))}", http.RequestAborted);
        return Results.Redirect($"~/assignments/{row.Id}");
    }

    /// <summary>Somebody new answers in the browser.</summary>
    private static async Task<string> MeetAsync(HttpContext http, IFormCollection form, PeopleBook people, Organisation organisation, string name, string? title)
    {
        var id = Once.IdOf(http, form, $"{name}\n{title}");
        return (await people.AddAsync(
            name, title, ["respondent"], organisation.Language, timeZone: null, [new Address(Address.Web, Address.Web, $"guest-{id}")], email: null, id, http.RequestAborted))!.Id;
    }

    private static (Assignment? Assignment, string? Problem) Read(IFormCollection form, PageTexts texts, Organisation organisation)
    {
        string? Field(string key) => form[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        var (topic, brief) = (Field("topic"), Field("brief")?.ReplaceLineEndings("\n"));
        if (topic is null)
        {
            return (null, texts.NewMissing);
        }

        if (topic.Length > 200 || topic.Any(char.IsControl))
        {
            return (null, OrderTexts.For(texts.Language).Wrong("topic"));
        }

        if (brief?.Length > 4000 || brief?.Any(mark => char.IsControl(mark) && mark is not ('\n' or '\t')) == true)
        {
            return (null, OrderTexts.For(texts.Language).Wrong("brief"));
        }

        (topic, brief) = (Clean.TextOrNull(topic), Clean.TextOrNull(brief));
        if (topic is null)
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
        var copyDeadline = deadline is { } wall ? WallClock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), organisation.TimeZone) : (DateTimeOffset?)null;
        if (wanted.Count == 0 || !Assignment.LeavesInTime(copyDeadline, publishOn, organisation.TimeZone))
        {
            return (null, OrderTexts.For(texts.Language).Wrong(wanted.Count == 0 ? "outlets" : "copyDeadline"));
        }

        return (new Assignment
        {
            Id = AssignmentOpener.NewId(),
            Topic = topic,
            Brief = brief,
            PersonId = "",
            Outlets = [.. wanted],
            AdSize = Enum.TryParse<AdSize>(Field("size"), out var size) ? size : AdSize.Quarter,
            PublishOn = publishOn,
            CopyDeadline = copyDeadline,
            AsPlanned = planned,
            DeputyId = Field("deputy"),
            Language = organisation.Language,
            InTheirLanguage = true,
        }, null);
    }
}
