namespace Dialog.EndToEnd.Teams;

/// <summary>What is wrong with the token of an activity.</summary>
public enum TokenFlaw
{
    /// <summary>Nothing: Bot Service sent it.</summary>
    None,

    /// <summary>There is none.</summary>
    Absent,

    /// <summary>The header says Bearer, what follows is no token.</summary>
    Malformed,

    /// <summary>Signed with somebody else's key under our key's id.</summary>
    ForeignKey,

    /// <summary>Signed with a key the metadata does not know.</summary>
    UnknownKey,

    /// <summary>Not signed (<c>alg: none</c>).</summary>
    Unsigned,

    /// <summary>Signed with a key that is not endorsed for Teams.</summary>
    NotEndorsed,

    /// <summary>From another issuer.</summary>
    OtherIssuer,

    /// <summary>Meant for another bot.</summary>
    OtherAudience,

    /// <summary>Expired more than the allowed five minutes ago.</summary>
    Expired,

    /// <summary>Not valid yet.</summary>
    Early,

    /// <summary>Its <c>serviceurl</c> is not the activity's.</summary>
    OtherServiceUrl,

    /// <summary>Under another scheme than Bearer.</summary>
    OtherScheme,

    /// <summary>Its claims were changed after it was signed.</summary>
    Tampered,

    /// <summary>Signed with HS256, the secret being our app id.</summary>
    Symmetric,

    /// <summary>Signed with our key, but with PS256, which Bot Service does not use.</summary>
    Pss,

    /// <summary>Does not name its key.</summary>
    NoKeyId,

    /// <summary>Signed with a key that is endorsed for nothing.</summary>
    NoEndorsements,

    /// <summary>Never expires.</summary>
    NoExpiry,

    /// <summary>Expired six minutes ago.</summary>
    JustExpired,

    /// <summary>Names no issuer.</summary>
    NoIssuer,

    /// <summary>Names no audience.</summary>
    NoAudience,

    /// <summary>Has no <c>serviceurl</c>.</summary>
    NoServiceUrl,
}
