namespace Dialog.EndToEnd.Running;

/// <summary>What a fake peer does wrong at one call.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>429 with <c>Retry-After</c>; nothing was stored.</summary>
    public sealed record RateLimited(int Seconds) : Fault;

    /// <summary>Refused with the platform's code; nothing was stored.</summary>
    public sealed record Refused(int Status, string Code) : Fault;

    /// <summary>Slack's way of saying no; nothing was stored.</summary>
    public sealed record Refuses(string Error) : Fault;

    /// <summary>A server error although the call was carried out.</summary>
    public sealed record FailsAfterStoring(int Status = 500) : Fault;

    /// <summary>The connection breaks although the call was carried out.</summary>
    public sealed record CutsAfterStoring : Fault;

    /// <summary>The call was carried out, the answer never comes.</summary>
    public sealed record HangsAfterStoring : Fault;
}
