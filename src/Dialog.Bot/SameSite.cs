namespace Dialog.Bot;

/// <summary>A page of another site cannot call here with its visitor's cookie: its browser says where the call comes from.</summary>
internal static class SameSite
{
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var foreign = site.Length > 0 && site is not ("same-origin" or "none") || origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}";
        return foreign ? TypedResults.Problem("Only pages of this address may do this.", statusCode: StatusCodes.Status403Forbidden) : await next(invocation);
    }
}
