namespace Dialog.EndToEnd.Web;

public sealed class ChromiumTests(Chromium browser)
{
    [Fact]
    public async Task A_picture_without_a_text_is_found_to_be_inaccessible()
    {
        var page = await browser.NewPageAsync(new Uri("http://localhost"));
        await page.SetContentAsync("<html lang='sv'><title>T</title><img src='data:,'></html>");
        await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(page.AssertAccessibleAsync);

        await page.SetContentAsync("<html lang='sv'><title>T</title><img src='data:,' alt='En bild'></html>");
        await page.AssertAccessibleAsync();
    }
}
