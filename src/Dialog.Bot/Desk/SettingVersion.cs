using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>A version of what is decided at the desk, as a page tells of it.</summary>
/// <param name="Number">Which.</param>
/// <param name="Who">Who made it.</param>
/// <param name="At">When, in words.</param>
/// <param name="IsConfigured">It says what the configuration says.</param>
/// <param name="Restores">The version that was gone back to; 0 is the configuration's, null nothing.</param>
public sealed record SettingVersion(int Number, string Who, string At, bool IsConfigured, int? Restores);

/// <summary>The versions as the desk lists them.</summary>
internal static class SettingVersions
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<SettingVersion> Of(List<(SettingRow Row, string? Name)> history, PageTexts texts, Organisation organisation, DateTimeOffset now) => history.ConvertAll(version => new SettingVersion(
        version.Row.Version,
        version.Row.By is null ? texts.TheDesk : version.Name ?? texts.Unnamed,
        DeskTime.Words(version.Row.At, organisation, now, texts.Language),
        version.Row.Body is null,
        version.Row.Restores));
}
