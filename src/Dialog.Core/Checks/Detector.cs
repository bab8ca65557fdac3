namespace Dialog.Core.Checks;

/// <summary>The names of the detectors, as fixtures, warnings and settings know them.</summary>
public static class Detector
{
    public const string Personnummer = "personnummer";
    public const string Samordningsnummer = "samordningsnummer";
    public const string PersonnummerLike = "personnummer_like";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Address = "address";
    public const string Child = "child";
    public const string ClientOrPatient = "client_or_patient";
    public const string Health = "health";
    public const string PersonName = "person_name";
    public const string Insult = "insult";
    public const string StrongEmotion = "strong_emotion";
    public const string Shouting = "shouting";
    public const string Political = "political";
    public const string Confidence = "confidence";
    public const string BroadcastMention = "broadcast_mention";
    public const string DisguisedLink = "disguised_link";
    public const string Markup = "markup";
    public const string Formula = "formula";
    public const string BidiControl = "bidi_control";
    public const string Jargon = "jargon";
    public const string Spelling = "spelling";
    public const string MixedLanguage = "mixed_language";
    public const string MetaAside = "meta_aside";
}
