using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>A question of the bot's own, beside the interview, that a short reply answers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Confirmation>))]
public enum Confirmation
{
    /// <summary>Really stop the interview?</summary>
    [JsonStringEnumMemberName("cancel")] Cancel,

    /// <summary>Which answer is to be changed?</summary>
    [JsonStringEnumMemberName("edit")] Edit,

    /// <summary>Throw all answers away and begin again?</summary>
    [JsonStringEnumMemberName("startOver")] StartOver,

    /// <summary>I changed that; right? Anything but no is yes.</summary>
    [JsonStringEnumMemberName("echo")] Echo,

    /// <summary>The words stand in several places; change all?</summary>
    [JsonStringEnumMemberName("replaceAll")] ReplaceAll,

    /// <summary>Which words are to be replaced?</summary>
    [JsonStringEnumMemberName("replaceWhat")] ReplaceWhat,

    /// <summary>Is this the sentence to take away?</summary>
    [JsonStringEnumMemberName("retract")] Retract,

    /// <summary>Under which question does the addition belong?</summary>
    [JsonStringEnumMemberName("place")] Place,

    /// <summary>Does this answer belong to another question?</summary>
    [JsonStringEnumMemberName("misplaced")] Misplaced,

    /// <summary>Which assignment shall we talk about?</summary>
    [JsonStringEnumMemberName("which")] Which,

    /// <summary>Put off past the deadline: ask earlier, or go without?</summary>
    [JsonStringEnumMemberName("tooLate")] TooLate,

    /// <summary>Do you speak in office or in private?</summary>
    [JsonStringEnumMemberName("capacity")] Capacity,

    /// <summary>Go on in the language you just wrote?</summary>
    [JsonStringEnumMemberName("language")] Language,

    /// <summary>Really erase all that is kept of you?</summary>
    [JsonStringEnumMemberName("erase")] Erase,

    /// <summary>Does what you wrote after the end belong to an answer, or is it something new?</summary>
    [JsonStringEnumMemberName("late")] Late,
}
