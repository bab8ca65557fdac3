using System.Text.Json.Serialization;

namespace Dialog.Core.Drafts;

/// <summary>Why something asked for was not done. Nothing was changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Refusal>))]
public enum Refusal
{
    /// <summary>There is no such draft, or no such revision.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>The text was changed meanwhile (If-Match).</summary>
    [JsonStringEnumMemberName("stale")] Stale,

    /// <summary>The role may not do this.</summary>
    [JsonStringEnumMemberName("notAllowed")] NotAllowed,

    /// <summary>A text is needed.</summary>
    [JsonStringEnumMemberName("textMissing")] TextMissing,

    /// <summary>A reason is needed.</summary>
    [JsonStringEnumMemberName("commentMissing")] CommentMissing,

    /// <summary>It must be approved before it goes out.</summary>
    [JsonStringEnumMemberName("notApproved")] NotApproved,

    /// <summary>Warnings of high severity are neither resolved nor accepted.</summary>
    [JsonStringEnumMemberName("openWarnings")] OpenWarnings,

    /// <summary>The person whose words they are has to approve first (citatgodkännande).</summary>
    [JsonStringEnumMemberName("quoteNotApproved")] QuoteNotApproved,

    /// <summary>The person whose words they are wants this text changed.</summary>
    [JsonStringEnumMemberName("respondentObjects")] RespondentObjects,

    /// <summary>The picture lacks alternative text, photographer, licence, or word about consent.</summary>
    [JsonStringEnumMemberName("pictureIncomplete")] PictureIncomplete,

    /// <summary>Somebody in the picture does not agree to its use.</summary>
    [JsonStringEnumMemberName("pictureRefused")] PictureRefused,

    /// <summary>It has gone out already.</summary>
    [JsonStringEnumMemberName("alreadyPublished")] AlreadyPublished,

    /// <summary>The person whose words they are, or the desk, has taken it back.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>It was thrown away.</summary>
    [JsonStringEnumMemberName("spiked")] Spiked,

    /// <summary>There is nothing to do.</summary>
    [JsonStringEnumMemberName("nothingToDo")] NothingToDo,

    /// <summary>What is planned needs a date to plan back from.</summary>
    [JsonStringEnumMemberName("dateMissing")] DateMissing,

    /// <summary>Nobody can be asked: the person whose words they are has been erased.</summary>
    [JsonStringEnumMemberName("personGone")] PersonGone,
}
