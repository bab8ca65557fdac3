using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Calendars;
using Dialog.Core.Questions;

namespace Dialog.Core.Assignments;

/// <summary>One question to one respondent, for one ad and any number of outlets.</summary>
public sealed record Assignment
{
    /// <summary>Characters of a kicker, at most: a line of its own above the headline, which it must not outgrow (our choice).</summary>
    public const int LongestKicker = 60;

    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>The question the reader sees (ämne).</summary>
    public required string Topic { get; init; }

    /// <summary>The line printed above the ad's headline (vinjett), at most <see cref="LongestKicker"/> characters; null prints none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kicker { get; init; }

    /// <summary>The editor's words to the respondent (beställning); never draft text.</summary>
    public string? Brief { get; init; }

    /// <summary>Who answers.</summary>
    public required string PersonId { get; init; }

    /// <summary>Who is asked when the person is away until it is too late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeputyId { get; init; }

    /// <summary>Whose place the person takes; null when the question is their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StandIn? StandsIn { get; init; }

    /// <summary>The ad that several people's assignments are for; null when it is only this one's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ad { get; init; }

    /// <summary>The readers' words it is a reply to; null when it is a question of the editor's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReplyTo? ReplyTo { get; init; }

    /// <summary>How much is asked.</summary>
    public Track Track { get; init; } = Track.Standard;

    /// <summary>The slot that answers the topic.</summary>
    public Slot PrimarySlot { get; init; } = Slot.Why;

    /// <summary>Outlet codes drafts are made for, e.g. <c>ad</c>, <c>x</c>, <c>web</c>.</summary>
    public ImmutableList<string> Outlets { get; init; } = ["ad"];

    /// <summary>The booked size of the ad.</summary>
    public AdSize AdSize { get; init; } = AdSize.Quarter;

    /// <summary>The editor's own facts for the ad (uppräkning), never taken from the talk.</summary>
    public ImmutableList<string> Enumeration { get; init; } = [];

    /// <summary>In whose voice the posts speak.</summary>
    public Voice Voice { get; init; } = Voice.Own;

    /// <summary>Posts may become threads where the outlet knows them; only on the editor's wish.</summary>
    public bool Threads { get; init; }

    /// <summary>The picture that goes with the drafts; null when there is none.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Link for the posts.</summary>
    public string? Link { get; init; }

    /// <summary>Hashtags for the posts, each with its leading #.</summary>
    public ImmutableList<string> Hashtags { get; init; } = [];

    /// <summary>Day in print (införandedag).</summary>
    public DateOnly? PublishOn { get; init; }

    /// <summary>When the answer must be in; null when that follows from the other dates.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the text must have left (manusstopp).</summary>
    public DateTimeOffset? CopyDeadline { get; init; }

    /// <summary>The question goes out when the organisation's plan says so; otherwise at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsPlanned { get; init; }

    /// <summary>No editor sends the question at this moment: outside the person's hours, or while they are away, it waits until they are there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InTheirHours { get; init; }

    /// <summary>Instants at which the respondent is reminded, unless answered before; empty when the organisation's plan decides.</summary>
    public ImmutableList<DateTimeOffset> RemindAt { get; init; } = [];

    /// <summary>Language of interview and drafts, <c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The order names no language: whoever it is put to is asked in their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InTheirLanguage { get; init; }

    /// <summary>Who asks, as the respondent reads it.</summary>
    public string? EditorName { get; init; }

    /// <summary>Whether a text that has left by its copy deadline comes before its day in print is over; true when one of them is not given.</summary>
    public static bool LeavesInTime(DateTimeOffset? copyDeadline, DateOnly? publishOn, string timeZone) =>
        copyDeadline is not { } left || publishOn is not { } print || WallClock.Day(left, timeZone) <= print;
}
