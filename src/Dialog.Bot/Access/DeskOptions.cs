using System.Security.Cryptography;

namespace Dialog.Bot.Access;

/// <summary>Who may use the desk and the REST API.</summary>
internal sealed class DeskOptions
{
    /// <summary>Bearer of the REST API and sign-in of the desk (Desk:Token); random for each start when none is configured.</summary>
    public required string Token { get; init; }

    /// <summary>128 random bits.</summary>
    public static string RandomToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
