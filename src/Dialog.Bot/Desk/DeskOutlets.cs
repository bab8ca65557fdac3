using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>Where texts go out: outlets, sizes of the ad and accounts, shown, changed, retired and taken back.</summary>
internal static class DeskOutlets
{
    public static void MapDeskOutlets(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/outlets", ShowAsync).Needs(Act.SeeWork);
        desk.MapPost("/outlets/back", GoBackAsync).Needs(Act.SetUp);
        desk.MapGet("/outlets/edit", BeginAsync).Needs(Act.SetUp);
        desk.MapPost("/outlets/edit", EditAsync).Needs(Act.SetUp);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, OrganisationShelf shelf, SettingBook book, DeskRead read)
    {
        await shelf.LookAsync(http.RequestAborted);
        var organisation = shelf.Now;
        var texts = PageLanguage.TextsFor(http, organisation);
        return new RazorComponentResult<OutletsPage>(new
        {
            Texts = texts,
            Organisation = organisation,
            shelf.Changes,
            CanChange = Caller.Of(http).May(Act.SetUp),
            History = SettingVersions.Of(await book.HistoryAsync(SettingRow.Outlets, http.RequestAborted), texts, organisation, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()),
            Names = await read.NamesAsync(organisation.Outlets.Accounts.Select(account => account.PersonId).OfType<string>(), http.RequestAborted),
            Done = Number(http.Request.Query["done"]),
        });
    }

    private static async Task<IResult> BeginAsync(HttpContext http, OrganisationShelf shelf, DeskRead read)
    {
        await shelf.LookAsync(http.RequestAborted);
        return Kind(http.Request.Query["kind"]) is { } kind && OutletForm.Begin(kind, http.Request.Query["key"].ToString(), shelf.Now.Outlets) is { } form
            ? await FormAsync(http, shelf, read, form, shelf.Version, notice: null)
            : DeskServices.NotFound(PageLanguage.TextsFor(http, shelf.Now));
    }

    private static async Task<IResult> EditAsync(HttpContext http, IFormCollection form, OrganisationShelf shelf, SettingBook book, DeskRead read)
    {
        await shelf.LookAsync(http.RequestAborted);
        var (outlets, texts) = (shelf.Now.Outlets, PageLanguage.TextsFor(http, shelf.Now));
        if (Kind(form["kind"]) is not { } kind || OutletForm.Begin(kind, form["key"].ToString(), outlets) is not { } begun)
        {
            return DeskServices.NotFound(texts);
        }

        var (filled, seen) = (begun.Filled(form), Number(form["seen"]) ?? shelf.Version);
        if (form["do"] == "show" || PersonSearch.Waits(new FilledForm(form)))
        {
            return await FormAsync(http, shelf, read, filled, seen, notice: null);
        }

        var (changes, path) = form["do"].ToString() switch
        {
            "retire" when !filled.IsNew => (filled.Retire(shelf.Changes, outlets, retired: true), ""),
            "takeUp" when !filled.IsNew => (filled.Retire(shelf.Changes, outlets, retired: false), ""),
            "reset" when !filled.IsNew && kind != OutletKind.Account => (filled.Reset(shelf.Changes), ""),
            _ => filled.Apply(shelf.Changes, outlets),
        };
        if (seen != shelf.Version && shelf.Holds(changes))
        {
            return Saved(shelf.Version);
        }

        var wrong = OutletCheck.Find(changes, shelf.Configured.Outlets, texts.Language)
            .ConvertAll(mistake => mistake with { Path = path.Length > 0 && mistake.Path.StartsWith(path, StringComparison.Ordinal) ? Field(mistake.Path[path.Length..]) : "" });
        if (filled.Taken(outlets) is { } taken)
        {
            wrong = wrong.Add(new OutletMistake(taken, OutletEditTexts.For(texts.Language).Taken));
        }

        if (kind == OutletKind.Account && filled.Value("personId") is { Length: > 0 } person && person != begun.Value("personId") && await read.AskableAsync(person, http.RequestAborted) is null)
        {
            wrong = wrong.Add(new OutletMistake("personId", OutletEditTexts.For(texts.Language).NobodyKnown));
        }

        if (!wrong.IsEmpty)
        {
            return await FormAsync(http, shelf, read, filled with { Mistakes = wrong.ToLookup(mistake => mistake.Path, mistake => mistake.Says) }, seen, notice: null);
        }

        if (await shelf.SaveAsync(changes, seen, restores: null, http.RequestAborted))
        {
            return Saved(seen + 1);
        }

        await shelf.LookAsync(http.RequestAborted);
        if (shelf.Holds(changes))
        {
            return Saved(shelf.Version);
        }

        var newest = SettingVersions.Of(await book.HistoryAsync(SettingRow.Outlets, http.RequestAborted), texts, shelf.Now, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())[0];
        return await FormAsync(http, shelf, read, filled, newest.Number, QuestionEditTexts.For(texts.Language).Stale(newest.Number, newest.Who, newest.At));
    }

    private static async Task<IResult> GoBackAsync(HttpContext http, IFormCollection form, OrganisationShelf shelf)
    {
        await shelf.LookAsync(http.RequestAborted);
        var (seen, version) = (Number(form["seen"]) ?? shelf.Version, Number(form["version"]) ?? 0);
        return await shelf.FindAsync(version, http.RequestAborted) is { } changes && await shelf.SaveAsync(changes, seen, version, http.RequestAborted)
            ? Saved(seen + 1)
            : Results.Redirect("~/outlets#versions");
    }

    private static IResult Saved(int version) => Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"~/outlets?done={version}"));

    private static async Task<IResult> FormAsync(HttpContext http, OrganisationShelf shelf, DeskRead read, OutletForm form, int seen, string? notice) => new RazorComponentResult<OutletEditPage>(new
    {
        Texts = PageLanguage.TextsFor(http, shelf.Now),
        Form = form,
        Seen = seen,
        Notice = notice,
        Organisation = shelf.Now,
        shelf.Configured,
        shelf.Changes,
        People = form.Kind == OutletKind.Account ? await OwnersAsync(http, form, shelf.Now.Outlets, read) : null,
    })
    {
        StatusCode = notice is not null ? StatusCodes.Status412PreconditionFailed : form.Mistakes.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
    };

    /// <summary>Whose an account can be: everybody who can be chosen, and whose it is.</summary>
    private static async Task<DeskPeople> OwnersAsync(HttpContext http, OutletForm form, Outlets outlets, DeskRead read)
    {
        var owner = OutletForm.Begin(form.Kind, form.Key, outlets)?.Value("personId") ?? "";
        var people = await read.PeopleAsync(PersonSearch.WordsIn(new FilledForm(http.Request.HasFormContentType ? http.Request.Form : null)), [form.Value("personId"), owner], http.RequestAborted);
        return owner.Length > 0 && people.List.All(person => person.Id != owner)
            ? people with { List = [new DeskPerson(owner, (await read.NamesAsync([owner], http.RequestAborted)).GetValueOrDefault(owner), Title: null), .. people.List] }
            : people;
    }

    /// <summary>The field a mistake is at; a format's figures stand beside its name.</summary>
    private static string Field(string place) => (place.StartsWith("size.", StringComparison.Ordinal) ? place["size.".Length..] : place) switch { "name" => "name.sv", var field => field };

    private static OutletKind? Kind(string? text) => Enum.TryParse<OutletKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
