using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>What the editor ought to know about an interview.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditorNote>))]
public enum EditorNote
{
    /// <summary>Tunt underlag: too little was said (domain.md §2.5), or nothing that a draft can be made of.</summary>
    [JsonStringEnumMemberName("thin")] Thin,

    /// <summary>The person put it off past the instant at which the answers should be in, or for the third time.</summary>
    [JsonStringEnumMemberName("putOff")] PutOff,

    /// <summary>Nothing has been answered, and time runs out.</summary>
    [JsonStringEnumMemberName("noAnswer")] NoAnswer,

    /// <summary>The person is away until it is too late, and nobody stands in.</summary>
    [JsonStringEnumMemberName("away")] Away,

    /// <summary>Something has been answered but not all, and time has run out.</summary>
    [JsonStringEnumMemberName("unfinished")] Unfinished,

    /// <summary>The person wants to be left out this time.</summary>
    [JsonStringEnumMemberName("without")] Without,

    /// <summary>The person says that somebody else is to be asked.</summary>
    [JsonStringEnumMemberName("wrongPerson")] WrongPerson,

    /// <summary>An answer was changed, and a text made of it is out already.</summary>
    [JsonStringEnumMemberName("changed")] Changed,
}
