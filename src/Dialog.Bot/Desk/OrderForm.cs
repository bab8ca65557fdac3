using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dialog.Bot.Api;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>An order as a form: filled in as it is, read, and made into what is other than what was seen.</summary>
/// <param name="Seen">The order as whoever fills the form in saw it.</param>
/// <param name="Topic">The question.</param>
/// <param name="Brief">The words to the respondent; empty for none.</param>
/// <param name="PublishOn">The day in print, as YYYY-MM-DD; empty for none.</param>
/// <param name="CopyDeadline">The deadline on the organisation's clock, as YYYY-MM-DDTHH:MM; empty for none.</param>
/// <param name="Outlets">Codes of what is ticked.</param>
public sealed record OrderForm(OrderSeen Seen, string Topic, string Brief, string PublishOn, string CopyDeadline, IReadOnlyList<string> Outlets)
{
    /// <summary>The field that carries what was seen.</summary>
    public const string SeenField = "seen";

    private const string WallTime = "yyyy-MM-ddTHH:mm";

    /// <summary>Why nothing of it was saved; empty when nobody has tried.</summary>
    public ImmutableList<string> Problems { get; init; } = [];

    /// <summary>What somebody else has changed meanwhile.</summary>
    public ImmutableList<OrderField> Overtaken { get; init; } = [];

    /// <summary>The order as it is.</summary>
    public static OrderForm Of(Assignment assignment, Organisation organisation) => Of(OrderSeen.Of(assignment), organisation);

    /// <summary>The form as it was sent. A field that it does not have stays as it was seen; of outlets a form that tells what was seen has none when none is ticked.</summary>
    /// <param name="form">What was sent; without what was seen, it was filled in on what is there.</param>
    /// <param name="assignment">The order as it is.</param>
    /// <param name="organisation">Whose clock the deadline is on.</param>
    public static OrderForm Read(IFormCollection form, Assignment assignment, Organisation organisation)
    {
        var seen = SeenIn(form);
        var before = Of(seen ?? OrderSeen.Of(assignment), organisation);
        string Field(string name, string stays) => form.TryGetValue(name, out var text) ? text.ToString().Trim() : stays;
        return before with
        {
            Topic = Field("topic", before.Topic),
            Brief = Field("brief", before.Brief),
            PublishOn = Field("publishOn", before.PublishOn),
            CopyDeadline = Field("copyDeadline", before.CopyDeadline).Replace(' ', 'T'),
            Outlets = form.ContainsKey("outlets") || seen is not null ? [.. form["outlets"].OfType<string>()] : before.Outlets,
        };
    }

    /// <summary>Whether nothing but dates is written other than it was seen: that can be done when the answers have come, too.</summary>
    /// <param name="organisation">Whose outlets and clock they are.</param>
    public bool IsOfDates(Organisation organisation) => (this with { Outlets = Known(organisation) }).Change(new Problems(), organisation) is null or { IsOfDates: true };

    /// <summary>What is ticked of the outlets that there are.</summary>
    /// <param name="organisation">Whose outlets they are.</param>
    public IReadOnlyList<string> Known(Organisation organisation) => [.. Outlets.Where(code => organisation.Outlets.Known(code) is not null)];

    /// <summary>What is other than what was seen; null when nothing is.</summary>
    /// <param name="problems">Collects what of it can not be, by field.</param>
    /// <param name="organisation">Whose outlets and clock they are.</param>
    internal OrderChange? Change(Problems problems, Organisation organisation)
    {
        var before = Of(Seen, organisation);
        var (topic, brief) = (Other(Line(Topic), Line(before.Topic)), Other(Text(Brief), Text(before.Brief)));
        var (day, wall) = (Other(PublishOn, before.PublishOn), Other(CopyDeadline, before.CopyDeadline));
        var outlets = Outlets.ToHashSet().SetEquals(before.Known(organisation)) ? null : Outlets.ToList<string?>();
        var publishOn = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var print) ? print : (DateOnly?)null;
        var copyDeadline = DateTime.TryParseExact(wall, WallTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var left) && left.Year is >= 2000 and < 2200
            ? WallClock.At(DateOnly.FromDateTime(left), TimeOnly.FromDateTime(left), organisation.TimeZone)
            : (DateTimeOffset?)null;
        problems.Check("publishOn", string.IsNullOrEmpty(day) || publishOn is not null, "A day.");
        problems.Check("copyDeadline", string.IsNullOrEmpty(wall) || copyDeadline is not null, "A time.");
        problems.Check(
            "copyDeadline",
            (day ?? wall) is null || Assignment.LeavesInTime(wall is "" ? null : copyDeadline ?? Seen.CopyDeadline, day is "" ? null : publishOn ?? Seen.PublishOn, organisation.TimeZone),
            "Not after the day in print.");
        var change = OrderReader.Read(new AssignmentChange(topic, brief is "" ? null : brief, outlets, publishOn, copyDeadline), problems, organisation);
        (string? Written, OrderField Field)[] emptied = [(brief, OrderField.Brief), (day, OrderField.PublishOn), (wall, OrderField.CopyDeadline)];
        return (topic ?? brief ?? day ?? wall) is null && outlets is null ? null : change with { Without = [.. emptied.Where(one => one.Written is "").Select(one => one.Field)] };
    }

    private static OrderForm Of(OrderSeen seen, Organisation organisation) => new(
        seen,
        seen.Topic,
        seen.Brief ?? "",
        seen.PublishOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        seen.CopyDeadline is { } at ? DeskTime.Local(at, organisation).ToString(WallTime, CultureInfo.InvariantCulture) : "",
        seen.Outlets);

    private static OrderSeen? SeenIn(IFormCollection form)
    {
        try
        {
            return form[SeenField].ToString() is { Length: > 0 } text && StateJson.Read<OrderSeen>(text) is { Topic: not null, Outlets: not null } seen ? seen : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Other(string written, string before) => written == before ? null : written;

    /// <summary>As a browser gives a line back.</summary>
    private static string Line(string text) => text.ReplaceLineEndings("").Trim();

    /// <summary>As a browser gives a text back, but for how its lines end.</summary>
    private static string Text(string text) => text.ReplaceLineEndings("\n").Trim();
}
