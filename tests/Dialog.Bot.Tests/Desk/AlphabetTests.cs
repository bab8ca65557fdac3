using System.Net;
using System.Text.RegularExpressions;
using Dialog.Bot.Channels;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>Lists of people are in the order a reader of the organisation's language looks them up in, wherever the program runs.</summary>
public sealed partial class AlphabetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sv", "Bo zeb Åsa Ärla Örjan")]
    [InlineData("en", "Ärla Åsa Bo Örjan zeb")]
    public async Task Names_come_in_the_organisations_alphabet(string language, string expected)
    {
        await using var site = await OpenSite.OpenAsync(new() { ["Organisation:Language"] = language });
        await using var scope = site.Services.CreateAsyncScope();
        foreach (var name in new[] { "Örjan", "zeb", "Ärla", "Bo", "Åsa" })
        {
            var person = await scope.ServiceProvider.GetRequiredService<PeopleBook>().AddAsync($"{name} Persson", title: null, ["respondent"], language, "Europe/Stockholm", [new Address(Address.Slack, "T1", name)], Stop);
            await scope.ServiceProvider.GetRequiredService<AssignmentOpener>().OpenAsync(House.Assignment(person!.Id), requestKey: null, Stop);
        }

        var (_, cookie) = await site.SignInAsync("editor");
        using var browser = site.Browser(cookie);
        foreach (var (page, list) in new[] { ("/people", "<main"), ("/assignments/new", "<select id=\"person\""), ("/", "<datalist id=\"people\"") })
        {
            var html = WebUtility.HtmlDecode(await browser.GetStringAsync(page, Stop));
            Assert.Equal(expected, string.Join(' ', Name().Matches(html[html.IndexOf(list, StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).Distinct()));
        }
    }

    [GeneratedRegex(@"(\w+) Persson")]
    private static partial Regex Name();
}
