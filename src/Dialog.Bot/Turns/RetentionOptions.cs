using System.Globalization;

namespace Dialog.Bot.Turns;

/// <summary>How long what is kept (section <c>Retention</c>): days, or <c>never</c> for what is never removed. Each has a sane time when nothing is set.</summary>
public sealed record RetentionOptions
{
    private const int MostDays = 36_500;

    /// <summary>An assignment that nobody ended, in which nothing has happened for so long, ends by itself; the times below begin then.</summary>
    public TimeSpan? Abandoned { get; init; } = TimeSpan.FromDays(365);

    /// <summary>A talk is pseudonymised so long after its assignment ended; what was said outside any assignment is removed.</summary>
    public TimeSpan? Transcripts { get; init; } = TimeSpan.FromDays(365);

    /// <summary>An assignment that led to no record (nothing was approved or has gone out) is removed so long after it ended: working material.</summary>
    public TimeSpan? WorkingMaterial { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Somebody who is only a respondent, with no assignment left and no series, is erased when nothing was heard for so long.</summary>
    public TimeSpan? InactivePeople { get; init; } = TimeSpan.FromDays(1095);

    /// <summary>Messages that did not get through, and what one talk could not hand to another.</summary>
    public TimeSpan? Undelivered { get; init; } = TimeSpan.FromDays(365);

    /// <summary>A sent message is kept while a click on it may still have to update it.</summary>
    public TimeSpan? Sent { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Keys of events that were taken. Platforms repeat an event for 24 hours at most (Slack's delayed events).</summary>
    public TimeSpan? Keys { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Each kind of data with how long it is kept.</summary>
    public IReadOnlyList<(string Kind, TimeSpan? Kept)> All =>
        [(nameof(Abandoned), Abandoned), (nameof(Transcripts), Transcripts), (nameof(WorkingMaterial), WorkingMaterial), (nameof(InactivePeople), InactivePeople), (nameof(Undelivered), Undelivered), (nameof(Sent), Sent), (nameof(Keys), Keys)];

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static RetentionOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Retention");
        var usual = new RetentionOptions();
        TimeSpan? Days(string key, TimeSpan? otherwise, int least)
        {
            var text = section[key];
            return string.IsNullOrWhiteSpace(text) ? otherwise
                : text.Equals("never", StringComparison.OrdinalIgnoreCase) ? null
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= MostDays ? TimeSpan.FromDays(days)
                : throw new StartupException($"Retention:{key}: ”{text}” is no number of days from {least} to {MostDays}. Write e.g. {otherwise!.Value.TotalDays:0}, or never.");
        }

        foreach (var unknown in section.GetChildren().Where(child => usual.All.All(kind => !kind.Kind.Equals(child.Key, StringComparison.OrdinalIgnoreCase))))
        {
            throw new StartupException($"Retention:{unknown.Key}: there is no such kind of data. Use {string.Join(", ", usual.All.Select(kind => kind.Kind))}.");
        }

        return new RetentionOptions
        {
            Abandoned = Days(nameof(Abandoned), usual.Abandoned, 30),
            Transcripts = Days(nameof(Transcripts), usual.Transcripts, 1),
            WorkingMaterial = Days(nameof(WorkingMaterial), usual.WorkingMaterial, 30),
            InactivePeople = Days(nameof(InactivePeople), usual.InactivePeople, 30),
            Undelivered = Days(nameof(Undelivered), usual.Undelivered, 7),
            Sent = Days(nameof(Sent), usual.Sent, 7),
            Keys = Days(nameof(Keys), usual.Keys, 2),
        };
    }
}
