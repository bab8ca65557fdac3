using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dialog.Bot.Tests.Channels.Hooks;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Api;

/// <summary>People from a table, and copies into a folder: by command and over REST.</summary>
public sealed class PeopleImportTests(RestTests.Opened opened) : IClassFixture<RestTests.Opened>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-import-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_table_is_tried_added_and_known_the_next_time()
    {
        const string Table = "name;title;roles;email;slack\nÅsa Öberg;rektor;respondent editor;asa@example.com;T1:UASA\n\"Bo; Ek\";;;;T1:UBO\n";
        var dry = await RunAsync(Table, "--dry-run");
        Assert.Equal((0, true, 0), (dry.Code, dry.Says.Contains("line 2: Åsa Öberg would be added", StringComparison.Ordinal), await CountAsync("Öberg")));

        var added = await RunAsync(Table);
        var again = await RunAsync(Table);

        Assert.True(added.Code == 0 && added.Says.Contains("2 added, 0 known already.", StringComparison.Ordinal), added.Says);
        Assert.True(again.Code == 0 && again.Says.Contains("0 added, 2 known already.", StringComparison.Ordinal), again.Says);
        Assert.Equal((1, 1), (await CountAsync("Öberg"), await CountAsync("Bo; Ek")));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task A_table_from_a_spreadsheet_is_read_the_same_by_whatever_way_it_comes(string encoding)
    {
        var coding = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] Bytes(string table) => [.. coding.GetPreamble(), .. coding.GetBytes(table)];
        var name = $"Åsa ”Kajsa” Östman – d’Arc {encoding}";
        var file = Path.Combine(folder.FullName, "coded.csv");
        await File.WriteAllBytesAsync(file, Bytes($"name;web\n{name} 1;{encoding}-1\n"), Cancelled);
        using var says = new StringWriter();
        await ImportPeopleCommand.RunAsync(opened.Site.Services, [file], says, Cancelled);
        using var people = await SendAsync("people/import", $"name;web\n{name} 2;{encoding}-2\n");
        using var assignments = await SendAsync("assignments/import", $"topic;person\nVad kostar en ”bänk” – 100 €?;{name} 1\n");
        var (_, _, browser) = await opened.EditorAsync();
        var page = await DeskAsync(browser, "/import", [new("action", "preview")], Bytes($"topic;person\nVad kostar en ”bänk” – 200 €?;{name} 1\n"));

        Assert.Equal((1, 1), (await CountAsync($"{name} 1"), await CountAsync($"{name} 2")));
        Assert.Contains("Vad kostar en ”bänk” – 100 €?", (string?)(await assignments.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["items"]![0]!["topic"], StringComparison.Ordinal);
        Assert.Contains("Vad kostar en ”bänk” – 200 €?", page, StringComparison.Ordinal);

        Task<HttpResponseMessage> SendAsync(string path, string table) =>
            opened.Script.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), new ByteArrayContent(Bytes(table)) { Headers = { { "Content-Type", "text/csv" } } }, Cancelled);
    }

    [Theory]
    [InlineData("name\nÅsa\u0096 Ek\n", "Rad 2: name: skriv utan styrtecken.")]
    [InlineData("name;roles\nEk;chef\n", "Rad 2: roles: använd respondent, editor, approver eller admin.")]
    [InlineData("name;email\nEk;ek\n", "Rad 2: email: skriv en e-postadress som anna@example.com.")]
    [InlineData("name;email\nEk;\"e\nk\"\n", "Rad 2: email: skriv det på en rad.")]
    [InlineData("name;language\nEk;fi\n", "Rad 2: language: använd sv eller en.")]
    [InlineData("name;timeZone\nEk;CET-1\n", "Rad 2: timeZone: skriv tidszonen som Europe/Stockholm.")]
    [InlineData("name;slack\nEk;U1\n", "Rad 2: slack: skriv team och medlem, t.ex. T0123:U0123.")]
    [InlineData("name;teams\nEk;U1\n", "Rad 2: teams: skriv tenant och objekt-id med kolon emellan.")]
    [InlineData("name;slack\nEk;T1: \n", "Rad 2: slack: skriv team och medlem, t.ex. T0123:U0123.")]
    [InlineData("name;web\nEk;\"w\nx\"\n", "Rad 2: web: skriv utan styrtecken.")]
    [InlineData("name;web\nEk;w\nBo;w\n", "Rad 3: web:web:w står på rad 2 också.")]
    public async Task At_the_desk_what_is_wrong_is_said_in_the_readers_language(string table, string says)
    {
        var (_, _, browser) = await opened.EditorAsync();

        Assert.Contains(says, await DeskAsync(browser, "/people/import", [new("action", "preview"), new("text", table)], file: null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_named_with_its_line_and_nobody_is_added()
    {
        var (code, says) = await RunAsync("name,roles,email,slack\nCilla,chef,,\nDag,,inte en adress,\nEster,,,UENSAM\n,,f@example.com,\nGun,,g@example.com,\nHans,,g@example.com,\nInga,respondent,,T1:UINGA\n");

        Assert.Equal(1, code);
        Assert.Equal(["line 2: roles:", "line 3: email:", "line 4: slack:", "line 5: name:", "line 7: g@example.com", "Nobody was added."], says.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Trim().Split(' ').Take(3))));
        Assert.Equal(0, await CountAsync("Inga"));
    }

    [Fact]
    public async Task An_address_in_a_table_is_what_it_would_be_over_REST()
    {
        var spaced = await RunAsync("name,slack\nAnna Blank,TBLANK: UBLANK\n");
        var plain = await RunAsync("name,slack\nAnna Blank,TBLANK:UBLANK\n");
        var tooLong = await RunAsync($"name,slack\nAnna Lång,{new string('T', 201)}:U1\n");
        var control = await RunAsync("name,web\nAnna Styr,a\0b\n");

        Assert.Equal((0, 0, 1, 1), (spaced.Code, plain.Code, tooLong.Code, control.Code));
        Assert.Contains("0 added, 1 known already.", plain.Says, StringComparison.Ordinal);
        Assert.Contains("line 2: web:", control.Says, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("Anna Blank"));
    }

    [Theory]
    [InlineData("", "The first line names the columns")]
    [InlineData("namn,roll\nKurt,editor\n", "namn is no column")]
    [InlineData("name\n", "There are no lines below the header")]
    public async Task A_table_that_is_none_says_what_one_looks_like(string table, string says)
    {
        var (code, said) = await RunAsync(table);

        Assert.Equal(1, code);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_desk_a_table_is_looked_at_first_and_what_is_wrong_keeps_it()
    {
        var (_, _, browser) = await opened.EditorAsync();
        var wrong = await SendAsync("preview", "name;web\n;sida-1\n");
        Assert.Contains("Rad 2: name: saknas.", wrong, StringComparison.Ordinal);
        Assert.Contains(";sida-1", wrong, StringComparison.Ordinal);

        const string Table = "name;web\nSigne Sida;sida-1\nSune Sida;sida-2\n";
        var looked = await SendAsync("preview", Table);
        Assert.Contains("2 läggs till, 0 finns redan", looked, StringComparison.Ordinal);
        Assert.Contains("data-busy", looked, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("Sida"));
        Assert.Contains("2 tillagda, 0 fanns redan.", await SendAsync("import", Table), StringComparison.Ordinal);
        Assert.Contains("0 tillagda, 2 fanns redan.", await SendAsync("import", Table), StringComparison.Ordinal);
        Assert.Contains("Bara en administratör", await SendAsync("import", "name;roles\nSam Sida;editor\n"), StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync("Sida"));

        Task<string> SendAsync(string action, string table) => DeskAsync(browser, "/people/import", [new("action", action), new("text", table)], file: null);
    }

    [Fact]
    public async Task Over_REST_the_same_holds_and_only_those_who_give_roles_make_staff_of_a_table()
    {
        var (_, _, browser) = await opened.EditorAsync();
        var tried = await PostAsync(opened.Script, "?dry-run=true", "name,web\nLena Prov,lena-prov\n");
        var respondents = await PostAsync(browser, "", "name,web\nLena Prov,lena-prov\n");
        var staff = await PostAsync(browser, "", "name,roles,web\nMaj Prov,admin,maj-prov\n");
        var wrong = await PostAsync(opened.Script, "", "name,roles\nMaj Prov,chef\n");

        Assert.Equal((HttpStatusCode.OK, null), (tried.Status, (string?)tried.Body["items"]![0]!["personId"]));
        Assert.Equal((HttpStatusCode.OK, true), (respondents.Status, (bool)respondents.Body["items"]![0]!["new"]!));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, true), (staff.Status, wrong.Status, wrong.Body["errors"]!.AsObject().ContainsKey("line 2")));
        Assert.Equal((1, 0), (await CountAsync("Lena Prov"), await CountAsync("Maj Prov")));
    }

    [Fact]
    public async Task Finished_copies_are_written_into_a_new_folder_and_nothing_is_written_over()
    {
        var (_, draft) = await HookTests.AnswerAsync(opened.Site, "Bänkar på torget");
        await HookTests.AnswerAsync(opened.Site, "Inte godkänd än");
        using var approved = await opened.Script.PostAsync(new Uri($"/api/v1/drafts/{draft}/approve", UriKind.Relative), content: null, Cancelled);
        var to = Path.Combine(folder.FullName, "copies");

        var (code, says) = await ExportAsync(to);
        var (refused, why) = await ExportAsync(to);

        Assert.True(code == 0 && says.StartsWith("1 finished copy is in", StringComparison.Ordinal), says);
        Assert.Contains("Bänkar på torget", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(to, "*.md")), Cancelled), StringComparison.Ordinal);
        Assert.True(refused == 1 && why.Contains("is not empty", StringComparison.Ordinal), why);
        Assert.Equal(2, (await ExportAsync()).Code);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_and_a_folder_that_cannot_be_made_are_said_in_one_line()
    {
        var file = Path.Combine(folder.FullName, "held.csv");
        await File.WriteAllTextAsync(file, "name\nIngen Alls\n", Cancelled);
        await using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var says = new StringWriter();

        var imported = await ImportPeopleCommand.RunAsync(opened.Site.Services, [file], says, Cancelled);
        var exported = await ExportAsync(file);

        Assert.Equal((1, 1, 0), (imported, exported.Code, await CountAsync("Ingen Alls")));
        Assert.StartsWith("Nobody was added. ", Assert.Single(says.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.StartsWith("The export was broken off. ", Assert.Single(exported.Says.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>The page that answers when a form is sent as the browser would send it.</summary>
    private static async Task<string> DeskAsync(HttpClient browser, string path, KeyValuePair<string, string>[] fields, byte[]? file)
    {
        using var page = await browser.GetAsync(path, Cancelled);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(new("__RequestVerificationToken", Forms.TokenOf(await page.Content.ReadAsStringAsync(Cancelled)))))
        {
            content.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "file", "table.csv");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (page.Headers.TryGetValues("Set-Cookie", out var set))
        {
            request.Headers.Add("Cookie", string.Join("; ", set.Select(cookie => cookie.Split(';')[0]).Concat(browser.DefaultRequestHeaders.TryGetValues("Cookie", out var own) ? own : [])));
        }

        using var answer = await browser.SendAsync(request, Cancelled);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<(int Code, string Says)> RunAsync(string table, params string[] options)
    {
        var file = Path.Combine(folder.FullName, "people.csv");
        await File.WriteAllTextAsync(file, table, Cancelled);
        using var says = new StringWriter();
        return (await ImportPeopleCommand.RunAsync(opened.Site.Services, [file, .. options], says, Cancelled), says.ToString());
    }

    private async Task<(int Code, string Says)> ExportAsync(params string[] arguments)
    {
        using var says = new StringWriter();
        return (await ExportCommand.RunAsync(opened.Site.Services, arguments, says, Cancelled), says.ToString());
    }

    private static async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(HttpClient client, string query, string table)
    {
        using var answer = await client.PostAsync(new Uri($"/api/v1/people/import{query}", UriKind.Relative), new StringContent(table, Encoding.UTF8, "text/csv"), Cancelled);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!);
    }

    private async Task<int> CountAsync(string name)
    {
        var (count, next) = (0, (string?)null);
        do
        {
            var page = (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/people{(next is null ? "" : $"?cursor={next}")}", Cancelled))!;
            count += page["items"]!.AsArray().Count(item => ((string?)item!["name"])?.Contains(name, StringComparison.Ordinal) == true);
            next = (string?)page["next"];
        }
        while (next is not null);

        return count;
    }
}
