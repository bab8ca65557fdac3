using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>
/// The organisation as it is configured, with what was decided at the desk about where its texts go out. What lives as long as the program asks here each
/// time; what lives for a request is given <see cref="Now"/>.
/// </summary>
internal sealed partial class OrganisationShelf(Organisation configured, SettingBook book, ILogger<OrganisationShelf> logger)
{
    private OnShelf shelf = new(configured, OutletChanges.None, Version: 0);

    /// <summary>As it is now.</summary>
    public Organisation Now => shelf.Now;

    /// <summary>As the configuration says.</summary>
    public Organisation Configured => configured;

    /// <summary>What the desk has decided.</summary>
    public OutletChanges Changes => shelf.Changes;

    /// <summary>The newest version of it that is known here; 0 when nothing was ever decided.</summary>
    public int Version => shelf.Version;

    /// <summary>As it is now for a turn: an outlet nobody here has heard of was added a moment ago through another process.</summary>
    public async Task<Organisation> ForAsync(Conversation before, Incoming what, CancellationToken cancellationToken)
    {
        var asked = what is Incoming.Assigned { Assignment: var assignment } ? assignment.Outlets : [];
        if (asked.Exists(IsUnknown) || before.Interviews.Any(interview => interview.Assignment.Outlets.Exists(IsUnknown)))
        {
            await LookAsync(cancellationToken);
        }

        return Now;

        bool IsUnknown(string code) => Now.Outlets.Known(code) is null;
    }

    /// <summary>Takes up what was decided, here or through another process.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await book.NewestAsync(SettingRow.Outlets, Version, cancellationToken) is { } row)
        {
            TakeUp(row);
        }
    }

    /// <summary>Puts changes in force. False when there is a newer version than <paramref name="seen"/>: then nothing was saved.</summary>
    /// <param name="changes">All that is other than configured.</param>
    /// <param name="seen">The version they were made from.</param>
    /// <param name="restores">The version that is gone back to, if any.</param>
    /// <param name="cancellationToken">Cancelling is safe: they are saved or not.</param>
    public async Task<bool> SaveAsync(OutletChanges changes, int seen, int? restores, CancellationToken cancellationToken)
    {
        if (seen != Version)
        {
            return false;
        }

        var whole = changes.After(Changes, configured.Outlets);
        var isConfigured = whole is { Outlets.IsEmpty: true, AdSizes.IsEmpty: true, Accounts.IsEmpty: true };
        if (await book.SaveAsync(SettingRow.Outlets, isConfigured ? null : StateJson.Write(whole), seen, restores, cancellationToken) is not { } row)
        {
            return false;
        }

        TakeUp(row);
        return true;
    }

    /// <summary>The changes are in force already: the form that makes them was sent twice.</summary>
    public bool Holds(OutletChanges changes) => StateJson.Write(changes.After(Changes, configured.Outlets)) == StateJson.Write(Changes);

    /// <summary>What a version says; null when there is none, or it cannot be read here.</summary>
    public async Task<OutletChanges?> FindAsync(int version, CancellationToken cancellationToken) =>
        version == 0 ? OutletChanges.None : await book.FindAsync(SettingRow.Outlets, version, cancellationToken) is { } row ? Read(row) : null;

    private OutletChanges? Read(SettingRow row)
    {
        try
        {
            return row.Body is null ? OutletChanges.None : StateJson.Read<OutletChanges>(row.Body);
        }
        catch (JsonException exception)
        {
            // A later version of the program may have saved it.
            LogUnreadable(row.Version, exception.Message);
            return null;
        }
    }

    private void TakeUp(SettingRow row)
    {
        var read = Read(row);
        ImmutableInterlocked.Update(ref shelf, known =>
        {
            if (row.Version <= known.Version)
            {
                return known;
            }

            var changes = read ?? known.Changes;
            var outlets = configured.Outlets.With(changes);
            return new OnShelf(configured with { Outlets = outlets, DefaultOutlets = configured.DefaultOutlets.RemoveAll(code => outlets.Known(code) is { Retired: true }) }, changes, row.Version);
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Version} of the outlets at the desk cannot be read here: {Reason}. What was in force goes on.")]
    private partial void LogUnreadable(int version, string reason);

    private sealed record OnShelf(Organisation Now, OutletChanges Changes, int Version);
}
