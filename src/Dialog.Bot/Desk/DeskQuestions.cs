using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Desk;

/// <summary>The interview's questions: shown, tried at once, edited, and taken back.</summary>
internal static class DeskQuestions
{
    private const int MostBegun = 50;

    public static void MapDeskQuestions(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/questions", (HttpContext http, QuestionShelf shelf, SettingBook book, DialogDb db, Organisation organisation) => ShowAsync(http, form: null, shelf, book, db, organisation)).Needs(Act.SetUp);
        desk.MapPost("/questions", (HttpContext http, IFormCollection form, QuestionShelf shelf, SettingBook book, DialogDb db, Organisation organisation) => ShowAsync(http, form, shelf, book, db, organisation)).Needs(Act.SetUp);
        desk.MapPost("/questions/back", GoBackAsync).Needs(Act.SetUp);
        desk.MapGet("/questions/edit", IResult (HttpContext http, QuestionShelf shelf, Organisation organisation) => Begin(http, shelf, organisation)).Needs(Act.SetUp);
        desk.MapPost("/questions/edit", EditAsync).Needs(Act.SetUp);
        desk.MapPost("/questions/check", Check).Needs(Act.SetUp);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IFormCollection? form, QuestionShelf shelf, SettingBook book, DialogDb db, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var words = QuestionsTexts.For(texts.Language);
        await shelf.LookAsync(http.RequestAborted);
        var history = await book.HistoryAsync(SettingRow.Questions, http.RequestAborted);
        var looking = Number(http.Request.Query["version"]) is { } version && version != shelf.Version && await book.FindAsync(SettingRow.Questions, version, http.RequestAborted) is { Body: { } body } && QuestionSetReader.Read(body).Set is { } set
            ? (version, set)
            : default((int, QuestionSet)?);
        var begun = await db.QuestionSets.AsNoTracking().OrderByDescending(q => q.At).Take(MostBegun).Select(q => new { q.Key, q.At }).ToListAsync(http.RequestAborted);
        return new RazorComponentResult<QuestionsPage>(new
        {
            Texts = texts,
            Organisation = organisation,
            shelf.Sets.Newest,
            shelf.IsEdited,
            Source = shelf.File,
            Looking = looking,
            History = SettingVersions.Of(history, texts, organisation, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()),
            Begun = (IReadOnlyList<(string Key, DateTimeOffset At)>)begun.ConvertAll(one => (one.Key, one.At)),
            Trial = form is null ? Trial.None(words, texts.Language) : Trial.Read(form, shelf.Sets, organisation, words, texts.Language),
            Done = Number(http.Request.Query["done"]),
        });
    }

    private static async Task<IResult> EditAsync(HttpContext http, IFormCollection form, QuestionShelf shelf, SettingBook book, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var (says, words) = (QuestionEditTexts.For(texts.Language), QuestionsTexts.For(texts.Language));
        await shelf.LookAsync(http.RequestAborted);
        var seen = Number(form["seen"]) ?? shelf.Version;
        var (filled, set) = Read(form, shelf, seen, organisation, texts.Language);
        var unsaved = IsOther(filled, shelf);
        var editing = new Editing(filled, seen, Trial.Read(form, set is null ? null : shelf.Sets.BeginningWith(set), organisation, words, texts.Language)) { Unsaved = unsaved };
        if (Trial.IsIn(form) || set is null)
        {
            return Form(http, organisation, editing with { Checked = set is null });
        }

        if (!form.ContainsKey("save"))
        {
            return Form(http, organisation, editing with { Checked = form.ContainsKey("check") });
        }

        if (!unsaved && seen != shelf.Version)
        {
            // The form was sent twice.
            return Saved(shelf.Version);
        }

        if (!unsaved)
        {
            return Form(http, organisation, editing with { Notice = says.Unchanged });
        }

        if (await shelf.SaveAsync(set, seen, restores: null, http.RequestAborted))
        {
            return Saved(seen + 1);
        }

        await shelf.LookAsync(http.RequestAborted);
        if (!IsOther(filled, shelf))
        {
            return Saved(shelf.Version);
        }

        var newest = SettingVersions.Of(await book.HistoryAsync(SettingRow.Questions, http.RequestAborted), texts, organisation, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())[0];
        return Form(http, organisation, editing with { Seen = newest.Number, Notice = says.Stale(newest.Number, newest.Who, newest.At), Rival = newest.Number });
    }

    /// <summary>What is wrong with the form as it stands, by field: for the page, while somebody writes.</summary>
    private static Ok<Dictionary<string, string>> Check(HttpContext http, IFormCollection form, QuestionShelf shelf, Organisation organisation)
    {
        var (filled, _) = Read(form, shelf, shelf.Version, organisation, PageLanguage.TextsFor(http, organisation).Language);
        return TypedResults.Ok(filled.Mistakes.Select(mistake => mistake.Field).Distinct().ToDictionary(field => field, field => filled.Mistake(field)!));
    }

    private static async Task<IResult> GoBackAsync(HttpContext http, IFormCollection form, QuestionShelf shelf, SettingBook book)
    {
        await shelf.LookAsync(http.RequestAborted);
        var seen = Number(form["seen"]) ?? shelf.Version;
        var version = Number(form["version"]) ?? 0;
        var row = version == 0 ? null : await book.FindAsync(SettingRow.Questions, version, http.RequestAborted);
        var set = row?.Body is { } body ? QuestionSetReader.Read(body).Set : null;
        if (version > 0 && (row is null || set is null && row.Body is not null))
        {
            return Results.Redirect("~/questions#versions");
        }

        // Of two at the same time the later one sees what the earlier did, and can go back again.
        var saved = (set ?? shelf.Configured).Key != shelf.Sets.Newest.Key && await shelf.SaveAsync(set, seen, version, http.RequestAborted);
        return saved ? Saved(seen + 1) : Results.Redirect("~/questions#versions");
    }

    private static IResult Saved(int version) => Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"~/questions?done={version}"));

    /// <summary>Other questions are written than those that are asked now.</summary>
    private static bool IsOther(QuestionForm written, QuestionShelf shelf) => QuestionForm.Of(shelf.Sets.Newest).ToJson("same") != written.ToJson("same");

    private static (QuestionForm Form, QuestionSet? Set) Read(IFormCollection form, QuestionShelf shelf, int seen, Organisation organisation, string language)
    {
        var line = QuestionEditTexts.For(language).Line;
        var json = QuestionForm.Of(form, [], line).ToJson(QuestionDraft.IdOf(shelf, organisation));
        var reading = QuestionDraft.Read(shelf, seen, json, language);
        return (QuestionForm.Of(form, reading.Mistakes, line), reading.Set);
    }

    private static RazorComponentResult<QuestionEditPage> Begin(HttpContext http, QuestionShelf shelf, Organisation organisation)
    {
        var language = PageLanguage.TextsFor(http, organisation).Language;
        return Form(http, organisation, new Editing(QuestionForm.Of(shelf.Sets.Newest), shelf.Version, Trial.None(QuestionsTexts.For(language), language)));
    }

    private static RazorComponentResult<QuestionEditPage> Form(HttpContext http, Organisation organisation, Editing editing) =>
        new(new { Texts = PageLanguage.TextsFor(http, organisation), Editing = editing })
        {
            StatusCode = editing.Rival is not null ? StatusCodes.Status412PreconditionFailed : editing.Form.Mistakes.Any() ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Questions while they are being edited.</summary>
/// <param name="Form">As they are written.</param>
/// <param name="Seen">The version they are made from.</param>
/// <param name="Trial">The talk they are tried in.</param>
public sealed record Editing(QuestionForm Form, int Seen, Trial Trial)
{
    /// <summary>They were looked at.</summary>
    public bool Checked { get; init; }

    /// <summary>They are other than what is asked now.</summary>
    public bool Unsaved { get; init; }

    /// <summary>What came of saving.</summary>
    public string? Notice { get; init; }

    /// <summary>The version that came in between.</summary>
    public int? Rival { get; init; }
}
