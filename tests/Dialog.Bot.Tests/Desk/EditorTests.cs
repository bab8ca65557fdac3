using System.Net;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What an editor does who is signed in at a desk of their own.</summary>
public abstract class EditorTests : IAsyncLifetime
{
    private protected OpenSite Site { get; private set; } = null!;

    private protected HttpClient Browser { get; set; } = null!;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Site = await OpenSite.OpenAsync();
        Browser = Site.Signed((await Site.SignInAsync("editor")).Cookie);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Site.DisposeAsync();
    }

    /// <summary>A page as it is read.</summary>
    private protected async Task<string> GetAsync(string path) => WebUtility.HtmlDecode(await Browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancelled));

    /// <summary>A form is sent in; its token is one of the fields.</summary>
    private protected async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Browser.PostAsync(new Uri(path, UriKind.Relative), content, Cancelled);
    }
}
