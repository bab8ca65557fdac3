using System.Globalization;
using System.Text.Json;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>
/// A request that may be sent again (<c>Idempotency-Key</c>): what it makes gets an id that is drawn from who sent it, where to, the key and the body. So
/// the same request finds what it made before, for as long as that exists, and nothing else has to be stored or forgotten.
/// </summary>
/// <param name="Id">The id of what is made.</param>
/// <param name="Family">What all ids of this key begin with, whatever the body was.</param>
internal sealed record Keyed(string Id, string Family)
{
    public const string Header = "Idempotency-Key";

    private const int MostCharacters = 200;

    /// <summary>Hexadecimal digits of each half of the id.</summary>
    private const int Length = 16;

    /// <summary>The last id of the family.</summary>
    public string Last => $"{Family}g";

    /// <summary>Null when the request carries no key, or something is wrong with it already.</summary>
    public static Keyed? Read<T>(HttpContext http, T body, Problems problems)
    {
        if (problems.Line(Header, http.Request.Headers[Header], MostCharacters) is not { } key || problems.Any)
        {
            return null;
        }

        var family = FamilyOf(http, key);
        return new Keyed(family + DrawnId.Of(JsonSerializer.Serialize(body, JsonSerializerOptions.Web))[..Length], family);
    }

    /// <summary>Requests with the same key go one after the other: whoever comes second finds what the first made.</summary>
    public static async ValueTask<object?> OneAtATimeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        return ((string?)http.Request.Headers[Header])?.Trim() is not { Length: > 0 } key ? await next(invocation)
            : await http.RequestServices.GetRequiredService<Database>().OneAtATimeAsync(
                long.Parse(FamilyOf(http, key), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), () => next(invocation).AsTask(), http.RequestAborted);
    }

    /// <summary>The key was used with another body.</summary>
    public static ProblemHttpResult Used() => TypedResults.Problem("This Idempotency-Key was used for something else. Use a new key.", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static string FamilyOf(HttpContext http, string key) => DrawnId.Of(http, key)[..Length];
}
