using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>
/// The picture that goes with the drafts. Nothing is approved without alternative text, creator, licence, and word about the consent of those
/// who can be recognised (domain.md §3.5, Pictures; §5, 1978:800).
/// </summary>
/// <param name="AltText">What it shows, for those who do not see it.</param>
/// <param name="Decorative">It tells nothing; alternative text is left out on purpose.</param>
/// <param name="Photographer">Who took or made it.</param>
/// <param name="Licence">By what right it is used: an agreement, a licence's name, own work.</param>
/// <param name="Consent">What those who can be recognised in it say; null when nobody has asked.</param>
public sealed record Picture(
    string? AltText,
    bool Decorative = false,
    string? Photographer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Licence = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Consent? Consent = null)
{
    /// <summary>What stands against its use, in the order an editor mends it; empty when it may go out.</summary>
    public IEnumerable<PictureGap> Gaps()
    {
        if (string.IsNullOrWhiteSpace(AltText) && !Decorative)
        {
            yield return PictureGap.AltText;
        }

        if (string.IsNullOrWhiteSpace(Photographer))
        {
            yield return PictureGap.Photographer;
        }

        if (string.IsNullOrWhiteSpace(Licence))
        {
            yield return PictureGap.Licence;
        }

        if (Consent is null or Assignments.Consent.No)
        {
            yield return Consent is null ? PictureGap.Consent : PictureGap.Refused;
        }
    }
}

/// <summary>What the people in a picture say to its use.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Consent>))]
public enum Consent
{
    /// <summary>They agree.</summary>
    [JsonStringEnumMemberName("yes")] Yes,

    /// <summary>Somebody does not.</summary>
    [JsonStringEnumMemberName("no")] No,

    /// <summary>Nobody can be recognised.</summary>
    [JsonStringEnumMemberName("notNeeded")] NotNeeded,
}

/// <summary>Why a picture may not go out.</summary>
public enum PictureGap
{
    /// <summary>No alternative text, and it is not marked as decorative.</summary>
    AltText,

    /// <summary>Nobody is named as its maker.</summary>
    Photographer,

    /// <summary>It is not said by what right it is used.</summary>
    Licence,

    /// <summary>It is not said whether those in it agree.</summary>
    Consent,

    /// <summary>Somebody in it does not agree.</summary>
    Refused,
}
