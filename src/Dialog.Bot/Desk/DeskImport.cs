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

/// <summary>Many questions out of a table: looked at first, line by line, then asked. The rules are the API's.</summary>
internal static class DeskImport
{
    /// <summary>As much as the API reads.</summary>
    private const int Most = ApiServices.MostBytes;

    public static void MapDeskImport(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/import", (HttpContext http, Organisation organisation) =>
            (IResult)new RazorComponentResult<ImportPage>(new { Texts = PageLanguage.TextsFor(http, organisation), Organisation = organisation })).Needs(Act.Order);
        desk.MapPost("/import", ImportAsync).Needs(Act.Order);
    }

    private static async Task<IResult> ImportAsync(HttpContext http, IFormCollection form, DeskRead read, AssignmentOpener opener, DialogDb db, Database database, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var text = await TextAsync(form, http.RequestAborted);
        if (text is null)
        {
            return Page(texts, organisation, "", [], [("", texts.ImportTooBig)], new Dictionary<string, string?>());
        }

        if (form["action"] == "show")
        {
            return Page(texts, organisation, text, [], [], []);
        }

        var table = await ImportTable.ReadAsync(text, db, database, organisation, http.RequestAborted);
        if (table.Problems.Any)
        {
            var problems = table.Problems.All.Select(problem => (texts.ImportPlace(problem.Field), ImportWords.Of(problem.Message, texts.Language))).ToList();
            return Page(texts, organisation, text, [], problems, new Dictionary<string, string?>());
        }

        var names = await read.NamesAsync(table.Orders.Select(order => order.Assignment.PersonId), http.RequestAborted);
        if (form["action"] != "import")
        {
            return Page(texts, organisation, text, table.Orders, [], names);
        }

        var opened = await table.OpenAsync(opener, db, http.RequestAborted);
        return new RazorComponentResult<ImportPage>(new
        {
            Texts = texts,
            Organisation = organisation,
            Done = (IReadOnlyList<DeskImported>)[.. opened.Zip(table.Orders, (line, order) => new DeskImported(line.AssignmentId, line.Topic, order.Assignment.Language, line.PersonId, line.New))],
            Names = (IReadOnlyDictionary<string, string?>)names,
        });
    }

    private static RazorComponentResult<ImportPage> Page(
        PageTexts texts, Organisation organisation, string text, IReadOnlyList<(int Line, Assignment Assignment)> orders, List<(string Where, string What)> problems, Dictionary<string, string?> names) =>
        new(new { Texts = texts, Organisation = organisation, Text = text, Orders = orders, Problems = (IReadOnlyList<(string Where, string What)>)problems, Names = (IReadOnlyDictionary<string, string?>)names })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    /// <summary>The file, or what was written instead; null when it is too big. Line ends are the same whichever way it came.</summary>
    public static async Task<string?> TextAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var text = form["text"].ToString();
        if (form.Files["file"] is { Length: > 0 } file)
        {
            if (file.Length > Most)
            {
                return null;
            }

            using var bytes = file.OpenReadStream();
            text = await TableText.ReadAsync(bytes, cancellationToken);
        }

        return text.Length > Most ? null : text.ReplaceLineEndings("\n");
    }
}
