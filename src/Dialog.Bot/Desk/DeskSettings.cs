using Dialog.Bot.Access;
using Dialog.Bot.Assisting;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>How the program is set up. Shown, not changed: it is configuration. Only whether a secret is there is looked at.</summary>
internal static class DeskSettings
{
    public static void MapDeskSettings(this IEndpointRouteBuilder desk) => desk.MapGet("/settings", ShowAsync).Needs(Act.Operate);

    private static Task<IResult> ShowAsync(HttpContext http, IConfiguration configuration, Organisation organisation, StorageOptions storage, AiSettings assisting)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        return Task.FromResult<IResult>(new RazorComponentResult<SettingsPage>(new
        {
            Texts = texts,
            Setups = Setups(http, configuration, SettingsTexts.For(texts.Language)).Append(Assisting(assisting, AssistTexts.For(texts.Language))).ToList(),
            Values = Values(organisation, storage, SettingsTexts.For(texts.Language)),
        }));
    }

    private static List<Setup> Setups(HttpContext http, IConfiguration configuration, SettingsTexts words)
    {
        List<string> Missing(params string[] keys) => [.. keys.Where(key => string.IsNullOrEmpty(configuration[key]))];
        var (slackApp, slackToken) = (Missing("Slack:ClientId", "Slack:ClientSecret").Count == 0, Missing("Slack:BotToken").Count == 0);
        var slackHears = Missing("Slack:SigningSecret").Count == 0 || Missing("Slack:AppToken").Count == 0;
        return
        [
            new Setup("Teams", Missing("Teams:AppId").Count == 0, Missing("Teams:AppId").Count == 0 ? words.TeamsReady : words.TeamsMissing, Missing("Teams:AppId") is { Count: > 0 } ? ["Teams:AppId", "Teams:AppPassword", "Teams:TenantId"] : [], "docs/connect-teams.md"),
            new Setup(
                "Slack",
                (slackApp || slackToken) && slackHears,
                !((slackApp || slackToken) && slackHears) ? words.SlackMissing : slackApp ? words.SlackInstall($"{PathPrefix.Root(http)}/slack/install") : Missing("Slack:AppToken").Count == 0 ? words.SlackSocket : words.SlackReady,
                (slackApp || slackToken) && slackHears ? [] : Missing("Slack:SigningSecret", "Slack:BotToken"),
                "docs/connect-slack.md"),
            new Setup(words.Chat, true, words.WebReady, [], Guide: null),
            new Setup(words.SignIn, Missing("Desk:Oidc:Authority").Count == 0, Missing("Desk:Oidc:Authority").Count == 0 ? words.OidcReady : words.OidcMissing, Missing("Desk:Oidc:Authority") is { Count: > 0 } ? ["Desk:Oidc:Authority", "Desk:Oidc:ClientId", "Desk:Oidc:ClientSecret"] : [], "docs/sign-in.md") { Optional = true },
        ];
    }

    private static Setup Assisting(AiSettings settings, AssistTexts words) =>
        new(words.Heading, settings.Model is not null, settings.Model is null ? words.Off : words.On(settings), settings.Model is null ? ["Ai:Model", "Ai:Endpoint"] : [], "docs/drafting-help.md") { Optional = true };

    private static List<(string Name, string Value, string Key)> Values(Organisation organisation, StorageOptions storage, SettingsTexts words) =>
    [
        (words.Name, organisation.Name, "Organisation:Name"),
        (words.Web, organisation.Web ?? words.NoWeb, "Organisation:Web"),
        (words.Language, words.LanguageName(organisation.Language), "Organisation:Language"),
        (words.TimeZone, organisation.TimeZone, "Organisation:TimeZone"),
        (words.Hours, $"{organisation.Hours.From:HH\\:mm}–{organisation.Hours.To:HH\\:mm}", "Organisation:Hours"),
        (words.Quiet, words.Seconds(organisation.QuietWindow.TotalSeconds), "Interview:QuietWindow"),
        (words.Approvers, organisation.Review.Approvers == ApproverRule.All ? words.AllApprovers : words.OneApprover, "Review:Approvers"),
        (words.Quotes, organisation.Review.Quotes == QuoteRule.Required ? words.QuotesRequired : words.QuotesFree, "Review:Quotes"),
        (words.Roster, organisation.Roster.IsEmpty ? words.None : string.Join(", ", organisation.Roster), "Organisation:Roster"),
        (words.Contacts, organisation.PublishedContacts.IsEmpty ? words.None : string.Join(", ", organisation.PublishedContacts), "Organisation:PublishedContacts"),
        (words.Store, storage.IsPostgreSql ? "PostgreSQL" : "SQLite", "Storage:Provider"),
    ];
}

/// <summary>Something Dialog can be connected to.</summary>
/// <param name="Name">What.</param>
/// <param name="Ready">It is.</param>
/// <param name="Says">What that means.</param>
/// <param name="Keys">What is to be set when it is not.</param>
/// <param name="Guide">Where it is told how.</param>
public sealed record Setup(string Name, bool Ready, string Says, IReadOnlyList<string> Keys, string? Guide)
{
    /// <summary>Nothing is amiss without it.</summary>
    public bool Optional { get; init; }
}
