using System.Reflection;
using Dialog.Bot.Access;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests;

/// <summary>What the program makes of its settings before it starts.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "--Urls=http://127.0.0.1:5080")]
    [InlineData(null, "--Urls=http://127.0.0.1:5080", "--ForwardedHeaders_Enabled=true")]
    [InlineData(null, "--Urls=http://0.0.0.0:5080", "--Desk:Token=long-enough-a-token")]
    [InlineData("https://dialog.almby.example", "--Urls=http://127.0.0.1:5080", "--ForwardedHeaders_Enabled=true", "--Organisation:Url=https://dialog.almby.example/")]
    public async Task Links_in_the_chat_lead_to_where_people_reach_the_program_or_there_are_none_and_the_check_says_so(string? url, params string[] settings)
    {
        await using var site = Build(settings);

        Assert.Equal(url, site.Services.GetRequiredService<Organisation>().Url);
        var said = await site.Services.GetServices<ICheck>().OfType<LinksCheck>().Single().TryAsync(TestContext.Current.CancellationToken);
        Assert.Contains(url ?? "Organisation:Url is missing", said.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Almby kommun", "")]
    [InlineData("Almby kommun, almby.example", "https://www.almby.example/")]
    [InlineData("Almby kommun, almby.example", " www.almby.example ")]
    [InlineData("Almby kommun, åmål.example/kommunen", "ÅMÅL.example/kommunen/")]
    public async Task Ads_are_signed_with_the_name_and_the_organisations_own_web_address_and_the_check_says_so(string sender, string web)
    {
        await using var site = Build("--Organisation:Name=Almby kommun", $"--Organisation:Web={web}");

        Assert.Equal(sender, site.Services.GetRequiredService<Organisation>().Sender);
        var said = await site.Services.GetServices<ICheck>().OfType<SenderCheck>().Single().TryAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith($"ads are signed {sender}", said.Says, StringComparison.Ordinal);
        Assert.Equal(web.Length == 0, said.Says.Contains("Organisation:Web is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("almby")]
    [InlineData("almby kommun.example")]
    [InlineData("ftp://almby.example")]
    [InlineData("kontakt@almby.example")]
    [InlineData("https://10.0.0.1")]
    [InlineData("https://almby.example/?a=b")]
    public void A_web_address_that_cannot_be_printed_stops_the_start(string web) =>
        Assert.StartsWith("Organisation:Web: ", Assert.Throws<StartupException>(() => Build($"--Organisation:Web={web}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("systemd/dialog.env")]
    [InlineData("kubernetes.yaml")]
    [InlineData("replicas/nginx.conf")]
    [InlineData("Containerfile")]
    public void Where_people_reach_the_program_is_asked_for_wherever_it_lies_behind_a_proxy(string file) =>
        Assert.Contains("Organisation__Url", File.ReadAllText(Path.Combine(WallTests.Root(), "deploy", file)), StringComparison.Ordinal);

    [Fact]
    public async Task Blanks_and_line_ends_around_a_secret_are_not_part_of_it()
    {
        await using var site = Build("--Desk:Token= long-enough-a-token\n", "--Slack:SigningSecret=8f7420\n", "--Slack:BotToken=\txoxb-1 ", "--Teams:AppId=6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001 ", "--Teams:AppPassword= hush", "--Teams:TenantId=6f1d6c1e-6f0f-4b0e-9a57-0d1a10600002\n");

        var (slack, teams) = (site.Services.GetRequiredService<SlackOptions>(), site.Services.GetRequiredService<TeamsOptions>());
        Assert.Equal("long-enough-a-token", site.Services.GetRequiredService<DeskOptions>().Token);
        Assert.Equal(("8f7420", "xoxb-1"), (slack.SigningSecret, slack.BotToken));
        Assert.Equal(("hush", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600002"), (teams.AppPassword, teams.TenantId));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    public void An_endpoint_of_Kestrels_own_that_others_can_reach_needs_a_way_to_sign_in(string address) =>
        Assert.StartsWith("Kestrel:Endpoints:Web:Url: ", Assert.Throws<StartupException>(() => Build($"--Kestrel:Endpoints:Web:Url={address}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("export|/srv/copies|--format|docx", "")]
    [InlineData("export|/srv/copies|--format=docx|--PathBase=/dialog", "--PathBase=/dialog")]
    [InlineData("export|--format|docx", "")]
    [InlineData("verify-audit|--head|3:abc|--Storage:Provider|Sqlite", "--Storage:Provider|Sqlite")]
    [InlineData("check|--format|docx", "--format|docx")]
    [InlineData("import-people|/srv/p.csv|--dry-run|--Storage:ConnectionString|Data Source=x", "--Storage:ConnectionString|Data Source=x")]
    [InlineData("archive|2026-10|/srv/arkiv|Desk__Token=x", "Desk__Token=x")]
    [InlineData("check|--Urls|http://localhost:6000", "--Urls|http://localhost:6000")]
    [InlineData("export", "")]
    [InlineData("/Urls|http://localhost:6000", "/Urls|http://localhost:6000")]
    public void The_words_of_a_sub_command_are_no_configuration(string words, string configuration) =>
        Assert.Equal(configuration, string.Join('|', CommandLine.Configuration(words.Split('|'))));

    [Theory]
    [InlineData("manifest|slack|--socket", false)]
    [InlineData("manifest|--help", true)]
    [InlineData("archive|2026-10|/srv/arkiv", false)]
    [InlineData("export|-h", true)]
    [InlineData("exprot|/srv/copies", true)]
    [InlineData("Urls=http://localhost:6000", false)]
    [InlineData("--Urls|http://localhost:6000", false)]
    public void Help_is_given_when_it_is_asked_for_or_the_command_is_none(string words, bool wanted) => Assert.Equal(wanted, Help.IsWanted(words.Split('|')));

    [Theory]
    [InlineData("/srv/copies|--format|docx", "docx")]
    [InlineData("/srv/copies|--format=docx", "docx")]
    [InlineData("/srv/copies|--format", "")]
    [InlineData("/srv/copies|--formats|docx", null)]
    public void An_options_value_follows_it_or_an_equals_sign(string words, string? value) => Assert.Equal(value, CommandLine.ValueOf(words.Split('|'), ExportCommand.Format));

    [Theory]
    [InlineData("import-people|p.csv|--dryrun|--Storage:ConnectionString=Data Source=x", "--dryrun")]
    [InlineData("import-people|p.csv|--dry-run=true", "--dry-run=true")]
    [InlineData("import-people|a.csv|b.csv", "b.csv")]
    [InlineData("import-people|/srv/a.csv|/srv/b.csv", "/srv/b.csv")]
    [InlineData("verify-audit|--haed|3:abc", "--haed")]
    [InlineData("verify-audit|--head", "--head")]
    [InlineData("export|e|--fromat|docx", "--fromat")]
    [InlineData("export|e|--format|--Storage:Provider=Sqlite", "--format")]
    [InlineData("export|e|--head|3:abc", "--head")]
    [InlineData("archive|2026-10|/srv/arkiv|now", "now")]
    [InlineData("backup|a.zip|--force|x", "--force")]
    [InlineData("restore|a.zip|b.zip", "b.zip")]
    [InlineData("check|--Ulrs|http://localhost:6000", "--Ulrs")]
    [InlineData("doctor|all", "all")]
    [InlineData("retain|Storage__ConnectionString=x", "Storage__ConnectionString=x")]
    [InlineData("import-people|p.csv|--dry-run|--Storage:ConnectionString|Data Source=x", null)]
    [InlineData("export|/srv/copies|--format=docx|/Urls|http://localhost:6000", null)]
    [InlineData("export|--format|docx", null)]
    [InlineData("verify-audit|--head|3:abc|Storage:Provider=Sqlite", null)]
    [InlineData("archive|2026-10|/srv/arkiv|--PathBase=/dialog", null)]
    [InlineData("backup|a.zip|--storage:connectionstring|Data Source=x", null)]
    [InlineData("check|--Kestrel:Endpoints:Web:Url=http://localhost:6000", null)]
    [InlineData("--Anything|at all", null)]
    public void A_word_after_a_sub_command_is_its_own_or_a_setting(string words, string? stray) => Assert.Equal(stray, CommandLine.Stray(words.Split('|')));

    [Theory]
    [InlineData("Teams:ServiceUrls", "http://teams.example")]
    [InlineData("Teams:OpenIdMetadata", "http://login.example")]
    [InlineData("Teams:TokenEndpoint", "login")]
    [InlineData("Teams:AppId", "", "--Teams:ManagedIdentity=true")]
    [InlineData("Teams:AppId", "", "--Teams:CertificateFile=bot.pem")]
    [InlineData("Review:Approvers", "0")]
    [InlineData("Review:Quotes", "Offered,Required")]
    [InlineData("Logging:LogLevel:Dialog", "99")]
    [InlineData("Logging:LogLevel:Dialog", "2")]
    [InlineData("Outlets:ad:Sizes:1", "", "--Outlets:ad:Sizes:1:Words=90")]
    [InlineData("Slack:RedirectUrl", "foo")]
    [InlineData("Slack:RedirectUrl", "http://dialog.example.com/slack/oauth/callback")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "foo")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317")]
    [InlineData("Storage:ConnectionString", "Data Source=x.db;Mode=Memory")]
    [InlineData("Storage:ConnectionString", "Data Source=x.db;Mode=ReadOnly")]
    [InlineData("Storage:ConnectionString", "Data Source=x.db;Password=hush")]
    [InlineData("Storage:ConnectionString", "Data Source=x.db;Hush=hush")]
    [InlineData("Storage:ConnectionString", "Host=db;Password=a;hush=b", "--Storage:Provider=PostgreSql")]
    [InlineData("Ai:Endpoint", "https://bot:hush@ai.example", "--Ai:Model=gemma3")]
    [InlineData("Webhooks:intranet:Url", "https://bot:hush@intranet.example")]
    [InlineData("Desk:Oidc:Authority", "http://bot:hush@id.example")]
    [InlineData("Slack:ApiUrl", "http://bot:hush@slack.example/api/")]
    [InlineData("Organisation:Url", "http://bot:hush@dialog.example")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "--OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318")]
    public void A_value_that_cannot_work_is_named_and_what_is_secret_in_it_is_not_said(string key, string value, params string[] others)
    {
        var said = Assert.Throws<StartupException>(() => Build([$"--{key}={value}", .. others])).Message;

        Assert.StartsWith($"{key}: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_start_says_where_chat_and_desk_are_and_what_is_missing()
    {
        await using var site = Build();

        Assert.Equal(
            [
                "Dialog is ready.  Stop with Ctrl-C.",
                "Chat   http://localhost:5080/chat",
                $"Desk   http://localhost:5080/signin?token={site.Services.GetRequiredService<DeskOptions>().Token}   (set Desk:Token to keep the same)",
                "Slack  not configured: Slack:SigningSecret and Slack:BotToken missing. See docs/connect-slack.md",
                "Teams  local playground only: Teams:AppId, Teams:AppPassword and Teams:TenantId missing. See docs/connect-teams.md",
            ],
            Welcome.Lines(site.Services, site.Configuration, "http://localhost:5080"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080")]
    [InlineData("http://[::]:5080", "http://localhost:5080")]
    [InlineData("http://[::]:5080", "https://dialog.almby.example", "--Organisation:Url=https://dialog.almby.example/")]
    public async Task The_start_names_an_address_that_a_browser_can_open(string listening, string address, params string[] others)
    {
        await using var site = Build(["--Desk:Token=long-enough-a-token", "--Slack:SigningSecret=8f7420", "--Slack:ClientId=1.2", "--Slack:ClientSecret=hush", "--Teams:AppId=6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--Teams:AppPassword=hush", "--Teams:TenantId=6f1d6c1e-6f0f-4b0e-9a57-0d1a10600002", .. others]);

        Assert.Equal(
            [$"Chat   {address}/chat", $"Desk   {address}/   (sign in with Desk:Token)", $"Slack  configured; install it at {address}/slack/install", "Teams  configured"],
            Welcome.Lines(site.Services, site.Configuration, listening).Skip(1));
    }

    [Theory]
    [InlineData("Host=db;Zonk=1", "cannot be read")]
    [InlineData("Database=dialog", "names no PostgreSQL server")]
    public void A_connection_string_that_cannot_be_read_is_told_from_one_without_a_server(string value, string says) =>
        Assert.Contains(says, Assert.Throws<StartupException>(() => Build("--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={value}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_name_that_is_left_empty_is_left_out(string name)
    {
        await using var site = Build($"--Organisation:Name={name}");

        Assert.Equal("Dialog", site.Services.GetRequiredService<Organisation>().Sender);
    }

    [Theory]
    [InlineData("--Slack:RedirectUrl=https://dialog.example.com/slack/oauth/callback")]
    [InlineData("--Slack:RedirectUrl=http://localhost:5080/slack/oauth/callback")]
    [InlineData("--Slack:RedirectUrl=")]
    [InlineData("--OTEL_EXPORTER_OTLP_PROTOCOL=http/json")]
    [InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf")]
    public async Task A_value_that_can_work_or_is_not_used_is_taken(params string[] settings)
    {
        await using var site = Build(settings);

        Assert.NotNull(site);
    }

    [Fact]
    public void Every_key_the_README_names_is_one_of_the_programs_own()
    {
        var keys = File.ReadLines(Path.Combine(WallTests.Root(), "README.md")).SkipWhile(line => !line.StartsWith("| `Urls`", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();

        Assert.True(keys.Count > 30, $"{keys.Count}");
        Assert.All(keys.Concat(["ForwardedHeaders_Enabled", "Kestrel:Endpoints:Web:Url"]), key => Assert.True(Setting.IsOwn(key), key));
    }

    [Fact]
    public void The_program_names_its_user_secrets() => Assert.Equal("dialog", typeof(Site).Assembly.GetCustomAttribute<UserSecretsIdAttribute>()!.UserSecretsId);

    private static WebApplication Build(params string[] settings) => Site.Build([$"--Storage:ConnectionString=Data Source={Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "dialog.db")}", .. settings]);
}
