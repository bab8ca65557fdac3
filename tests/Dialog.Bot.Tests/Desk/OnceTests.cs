using System.Net;
using System.Text.RegularExpressions;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>Whoever clicks twice asks once, adds one person and begins one series.</summary>
public sealed partial class OnceTests : EditorTests
{
    [Fact]
    public async Task A_new_persons_question_is_looked_at_first_and_asked_once_however_often_it_is_sent()
    {
        var page = await GetAsync("/assignments/new");
        Assert.Contains("action=\"assignments\" class=\"stack wide\" data-busy>", page, StringComparison.Ordinal);
        var (status, preview) = await ReadAsync("/assignments", [.. HiddenOf(page, "assignments"), ("topic", "Varför byggs badet om?"), ("brief", "Rad ett\r\nrad två"), ("name", "Åsa Ny"), ("outlets", "web"), ("outlets", "x"), ("preview", "yes")]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("action=\"assignments\" class=\"actions\" data-busy>", preview, StringComparison.Ordinal);

        var form = HiddenOf(preview, "assignments");
        var asked = await Task.WhenAll(SendAsync("/assignments", form), SendAsync("/assignments", form));

        Assert.Equal(asked[0], asked[1]);
        Assert.Equal(asked[0], await SendAsync("/assignments", form));
        Assert.Equal((1, 1), (await CountAsync(db => db.People.Where(person => person.Name == "Åsa Ny")), await CountAsync(db => db.Assignments)));
        Assert.Contains("Varför byggs badet om?", await GetAsync(asked[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_came_back_with_a_mistake_is_still_the_same_and_another_question_in_it_is_another()
    {
        var form = HiddenOf(await GetAsync("/assignments/new"), "assignments");
        var (status, page) = await ReadAsync("/assignments", [.. form, ("topic", "Varför byggs badet om?"), ("name", ""), ("outlets", "web")]);
        Assert.Equal((HttpStatusCode.BadRequest, true), (status, HiddenOf(page, "assignments").Contains(form.Single(field => field.Name == "once"))));

        var first = await SendAsync("/assignments", [.. form, ("topic", "Varför byggs badet om?"), ("name", "Åsa Ny"), ("outlets", "web")]);
        var second = await SendAsync("/assignments", [.. form, ("topic", "När öppnar badet?"), ("name", "Åsa Ny"), ("outlets", "web")]);

        Assert.NotEqual(first, second);
        Assert.Equal((1, 2), (await CountAsync(db => db.People.Where(person => person.Name == "Åsa Ny")), await CountAsync(db => db.Assignments)));
        await SendAsync("/assignments", [.. HiddenOf(await GetAsync("/assignments/new"), "assignments"), ("topic", "När öppnar badet?"), ("name", "Åsa Ny"), ("outlets", "web")]);
        Assert.Equal((2, 3), (await CountAsync(db => db.People.Where(person => person.Name == "Åsa Ny")), await CountAsync(db => db.Assignments)));
    }

    [Fact]
    public async Task A_series_is_begun_once()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        (string, string)[] written = [("title", "Månadsannonsen"), ("questions", "Varför byggs badet om?"), ("persons", person), ("nth", "1"), ("weekday", "Thursday"), ("every", "1"), ("size", "Quarter"), ("outlets", "web")];
        var page = await GetAsync("/series");
        Assert.Contains("action=\"series\" class=\"stack wide\" data-busy>", page, StringComparison.Ordinal);
        var (_, preview) = await ReadAsync("/series", [.. HiddenOf(page, "series"), .. written, ("action", "preview")]);
        (string, string)[] form = [.. HiddenOf(preview, "series"), .. written, ("action", "add")];

        var begun = await Task.WhenAll(SendAsync("/series", form), SendAsync("/series", form));

        Assert.Equal(begun[0], begun[1]);
        Assert.Equal((1, 1), (await CountAsync(db => db.Series), await CountAsync(db => db.Audit.Where(entry => entry.Kind == "series"))));
    }

    [Theory]
    [InlineData("also")]
    [InlineData("reassign")]
    public async Task One_more_person_is_asked_once(string action)
    {
        var (asked, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var (other, _) = await Site.AddOnTheWebAsync("Åsa Ny");
        var order = House.Assignment(asked);
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
        var address = $"/assignments/{order.Id}/action";
        var page = await GetAsync($"/assignments/{order.Id}");
        Assert.Contains($"action=\"{address[1..]}\" class=\"row\" data-busy>", page, StringComparison.Ordinal);
        (string, string)[] form = [.. HiddenOf(page, address[1..]), ("person", other), ("action", action)];

        var first = await SendAsync(address, form);

        Assert.NotEqual($"/assignments/{order.Id}", first);
        Assert.Equal(first, await SendAsync(address, form));
        Assert.Equal(2, await CountAsync(db => db.Assignments));
    }

    [Fact]
    public async Task Two_editors_who_choose_the_same_person_do_not_ask_them_twice()
    {
        var (asked, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var (other, _) = await Site.AddOnTheWebAsync("Åsa Ny");
        var order = House.Assignment(asked);
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
        var address = $"/assignments/{order.Id}/action";
        var (mine, theirs) = (HiddenOf(await GetAsync($"/assignments/{order.Id}"), address[1..]), HiddenOf(await GetAsync($"/assignments/{order.Id}"), address[1..]));

        var first = await SendAsync(address, [.. mine, ("person", other), ("action", "also")]);

        Assert.Equal(first, await SendAsync(address, [.. theirs, ("person", other), ("action", "also")]));
        Assert.Equal(first, (await SendAsync(address, [.. theirs, ("person", other), ("action", "reassign")])).Split('?')[0]);
        Assert.Equal((2, 1), (await CountAsync(db => db.Assignments), await CountAsync(db => db.Assignments.Where(assignment => assignment.Id == order.Id && assignment.State == AssignmentState.Cancelled))));
    }

    /// <summary>What the first form that goes there carries unseen.</summary>
    private static List<(string Name, string Value)> HiddenOf(string page, string action) =>
        [.. Hidden().Matches(page.Split($"action=\"{action}\"", 2)[1].Split("</form>", 2)[0]).Select(field => (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))];

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(string path, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var answer = await PostAsync(path, fields);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>Where the answer leads.</summary>
    private async Task<string> SendAsync(string path, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var answer = await PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<int> CountAsync<T>(Func<DialogDb, IQueryable<T>> rows)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        return await rows(db).CountAsync(Cancelled);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\"[^>]*? value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
