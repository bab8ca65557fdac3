using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Dialog.Bot.Api;

/// <summary>A body that may be left out altogether. (A body parameter that may be null still makes routing ask for a content type.)</summary>
/// <param name="Value">Null when nothing was sent.</param>
internal sealed record Optional<T>(T? Value)
    where T : class
{
    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="BadHttpRequestException">It is no JSON, or too big.</exception>
    public static async ValueTask<Optional<T>?> BindAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length == 0)
        {
            return new Optional<T>(Value: null);
        }

        try
        {
            var options = http.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>();
            return new Optional<T>(JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), options.Value.SerializerOptions));
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is not the JSON this needs.", exception);
        }
    }
}
