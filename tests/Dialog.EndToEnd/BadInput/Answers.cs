using System.Net;

namespace Dialog.EndToEnd.BadInput;

/// <summary>What an answer to a caller must look like whatever the caller sent.</summary>
internal static class Answers
{
    /// <summary>The status is as expected and the body tells nothing of the inside.</summary>
    public static async Task AssertAsync(this HttpResponseMessage answer, params HttpStatusCode[] expected)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(expected.Contains(answer.StatusCode), $"expected {string.Join(" or ", expected)}, got {(int)answer.StatusCode}: {body}");
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        }
    }
}
