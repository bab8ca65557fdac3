using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.DataProtection;

namespace Dialog.Bot.Turns;

/// <summary>Addresses that show a person's own data to whoever holds them, for a short time; and what else a wish about it is answered with.</summary>
internal sealed class DataLinks(IDataProtectionProvider protection, Organisation organisation, RetentionOptions retention, AiSettings assisting, TimeProvider time)
{
    /// <summary>The page that says what is kept, why and how long.</summary>
    public const string PrivacyPath = "/privacy";

    /// <summary>The page with all that is kept of one person.</summary>
    public const string DataPath = "/my-data";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly SealedFor links = new(protection, "Dialog.PersonalData", time);

    /// <summary>Null for any other event.</summary>
    public async Task<PrivacyDesk?> DeskAsync(Session session, string personId, Incoming what, CancellationToken cancellationToken)
    {
        if (!PrivacyDesk.Concerns(what))
        {
            return null;
        }

        var records = await session.ListAsync($"""SELECT "Id" FROM "Assignments" a WHERE "PersonId" = $1 AND {PersonalData.IsRecord}""", [personId], row => row.GetString(0), cancellationToken);
        var series = await PersonalData.SeriesOfAsync(session, personId, cancellationToken);
        return new PrivacyDesk(
            organisation.Url is { } url ? url + PrivacyPath : null,
            organisation.Url is { } site ? $"{site}{DataPath}?key={Uri.EscapeDataString(links.Close(personId, Lifetime))}" : null,
            (int)Lifetime.TotalMinutes,
            records.Count,
            (int)(retention.Transcripts?.TotalDays ?? 0),
            series.Count > 0)
        {
            Assisted = assisting.Model is not null,
            Decides = await session.FirstAsync($"""SELECT r."DraftId" {PersonalData.Decisions} LIMIT 1""", [personId], row => row.GetString(0), cancellationToken) is not null,
        };
    }

    /// <summary>Whose data a key opens; null when it is not ours, or too old.</summary>
    public string? Open(string key) => links.Open(key);
}
