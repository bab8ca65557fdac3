using System.Text.Json.Serialization;

namespace Dialog.Core.Questions;

/// <summary>The places an interview fills, in the order they are asked (the three questions Vad, Varför, Vem, then the test against a critic).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Slot>))]
public enum Slot
{
    /// <summary>Vad? What it is about.</summary>
    [JsonStringEnumMemberName("what")] What,

    /// <summary>Varför? Why it is done, and why now.</summary>
    [JsonStringEnumMemberName("why")] Why,

    /// <summary>Vem? Who does it, who notices, and where the respondent stands.</summary>
    [JsonStringEnumMemberName("who")] Who,

    /// <summary>Antites: what somebody who disagrees would say.</summary>
    [JsonStringEnumMemberName("challenge")] Challenge,

    /// <summary>Syntes: the respondent's answer to the objection.</summary>
    [JsonStringEnumMemberName("synthesis")] Synthesis,

    /// <summary>Slutfråga: the question to the readers.</summary>
    [JsonStringEnumMemberName("question")] Question,

    /// <summary>Löpsedeln: whether a sentence could stand alone on a news bill.</summary>
    [JsonStringEnumMemberName("headline")] Headline,
}
