using Dialog.Bot.Access;
using Dialog.Bot.Api;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>Many people out of a table: looked at first, line by line, then added. The rules are the API's.</summary>
internal static class DeskPeopleImport
{
    public static void MapDeskPeopleImport(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/people/import", IResult (HttpContext http, Organisation organisation) => Page(PageLanguage.TextsFor(http, organisation), "")).Needs(Act.ChangePeople);
        desk.MapPost("/people/import", ImportAsync).Needs(Act.ChangePeople);
    }

    private static async Task<IResult> ImportAsync(HttpContext http, IFormCollection form, PeopleBook book, DialogDb db, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var words = PeopleImportTexts.For(texts.Language);
        if (await DeskImport.TextAsync(form, http.RequestAborted) is not { } text)
        {
            return Page(texts, "", problems: [("", words.TooBig)]);
        }

        if (form["action"] == "show")
        {
            return Page(texts, text);
        }

        var table = await PeopleTable.ReadAsync(text, db, http.RequestAborted);
        if (table.Problems.Any)
        {
            return Page(texts, text, problems: [.. table.Problems.All.Select(problem => (texts.ImportPlace(problem.Field), ImportWords.Of(problem.Message, texts.Language)))]);
        }

        if (table.GivesRoles && !Caller.Of(http).May(Act.GiveRoles))
        {
            return Page(texts, text, problems: [("", words.NoRoles)]);
        }

        return form["action"] == "import"
            ? Page(texts, "", done: await table.AddAsync(book, http.RequestAborted))
            : Page(texts, text, people: [.. table.People.Select(person => person.Line)]);
    }

    private static RazorComponentResult<PeopleImportPage> Page(PageTexts texts, string text, IReadOnlyList<(string Where, string What)>? problems = null, IReadOnlyList<ImportedPerson>? people = null, IReadOnlyList<ImportedPerson>? done = null) =>
        new RazorComponentResult<PeopleImportPage>(new { Texts = texts, Text = text, Problems = problems ?? [], People = Lines(people ?? []), Done = done is null ? null : Lines(done) })
        {
            StatusCode = problems is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    private static IReadOnlyList<(int Line, string? PersonId, string Name, bool New)> Lines(IReadOnlyList<ImportedPerson> people) => [.. people.Select(person => (person.Line, person.PersonId, person.Name, person.New))];
}
