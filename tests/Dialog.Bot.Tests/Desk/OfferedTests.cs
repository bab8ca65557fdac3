using System.Net;
using System.Text.RegularExpressions;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Desk;

/// <summary>Whoever is shown a way at the desk may go it.</summary>
public sealed partial class OfferedTests : EditorTests
{
    [Theory]
    [InlineData("editor")]
    [InlineData("approver")]
    [InlineData("admin")]
    public async Task No_link_and_no_form_is_offered_that_is_refused(string role)
    {
        await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        Browser = Site.Signed((await Site.SignInAsync(role)).Cookie);
        var (found, left) = (new HashSet<string> { "/" }, new Queue<string>(["/"]));
        while (left.TryDequeue(out var path))
        {
            using var answer = await Browser.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{role} is shown the way to {path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
            foreach (var form in FormAction().Matches(page).Select(match => $"/{match.Groups["to"].Value}").Where(found.Add))
            {
                using var nothing = new FormUrlEncodedContent([]);
                using var refused = await Browser.PostAsync(new Uri(form, UriKind.Relative), nothing, Cancelled);
                Assert.True(refused.StatusCode != HttpStatusCode.Forbidden, $"{role} is shown the form for {form} on {path}");
            }

            foreach (var link in Link().Matches(page).Select(match => $"/{match.Groups["to"].Value}").Where(found.Add))
            {
                left.Enqueue(link);
            }
        }

        Assert.True(found.Count > 10, $"{found.Count}");
    }

    /// <summary>Ways within the desk, but for other months and the other language.</summary>
    [GeneratedRegex("""<a [^>]*href="(?:\./)?(?<to>(?!http|chat|signin)[^"#]*)(?:#[^"]*)?"(?<!month=[^"]*"|lang=[^"]*")""")]
    private static partial Regex Link();

    [GeneratedRegex("""(?:method="post" action|formaction)="(?<to>[^"#]*)""")]
    private static partial Regex FormAction();
}
