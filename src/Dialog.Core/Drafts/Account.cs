using System.Text.Json.Serialization;

namespace Dialog.Core.Drafts;

/// <summary>An account on a network: whose it is decides in whose voice a post speaks (domain.md §3.4, Voice).</summary>
public sealed record Account
{
    /// <summary>Opaque id: letters a–z, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The outlet it is on.</summary>
    public required string Outlet { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>What it is found by on the network, e.g. <c>@katrineholm</c>; null when nobody told.</summary>
    public string? Handle { get; init; }

    /// <summary>Whose it is; null for the organisation's.</summary>
    public string? PersonId { get; init; }

    /// <summary>In which register it speaks.</summary>
    public Register Register { get; init; } = Register.Professional;

    /// <summary>Not used any more.</summary>
    public bool Retired { get; init; }
}

/// <summary>In which register an account speaks (domain.md §2.4, "Private or in office?").</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Register>))]
public enum Register
{
    /// <summary>In office.</summary>
    [JsonStringEnumMemberName("professional")] Professional,

    /// <summary>As a private person: the organisation publishes nothing there.</summary>
    [JsonStringEnumMemberName("private")] Private,
}
