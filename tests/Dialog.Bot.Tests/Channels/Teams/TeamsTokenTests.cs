using System.Security.Cryptography;
using System.Text.Json;
using Dialog.Bot.Channels.Teams;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dialog.Bot.Tests.Channels.Teams;

public sealed class TeamsTokenTests : IDisposable
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Service = "https://smba.trafficmanager.net/emea/";

    private static readonly DateTimeOffset Now = new(2027, 2, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly RSA key = RSA.Create(2048);
    private readonly RSA next = RSA.Create(2048);
    private readonly FakeTimeProvider clock = new(Now);

    public void Dispose()
    {
        key.Dispose();
        next.Dispose();
    }

    [Fact]
    public async Task A_good_token_for_the_activity_is_accepted()
    {
        var (token, refusal) = await ValidateAsync(Token());

        Assert.Null(refusal);
        Assert.Null(Mismatch(token!, Activity()));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task A_token_may_be_late_by_five_minutes(int minutesLate, bool accepted)
    {
        var (token, _) = await ValidateAsync(Token(expires: Now.AddMinutes(-minutesLate)));

        Assert.Equal(accepted, token is not null);
    }

    [Fact]
    public async Task Each_single_defect_of_a_token_is_refused()
    {
        Assert.NotNull((await ValidateAsync(null)).Refusal);
        Assert.NotNull((await ValidateAsync("not-a-token")).Refusal);
        Assert.NotNull((await ValidateAsync(Token(issuer: "https://sts.windows.net/evil/"))).Refusal);
        Assert.NotNull((await ValidateAsync(Token(audience: Guid.NewGuid().ToString()))).Refusal);
        Assert.NotNull((await ValidateAsync(Token(notBefore: Now.AddMinutes(6)))).Refusal);
        Assert.NotNull((await ValidateAsync(Token(signing: new SigningCredentials(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSsaPssSha256)))).Refusal);
        Assert.NotNull((await ValidateAsync(Token(signing: new SigningCredentials(new SymmetricSecurityKey(new byte[32]) { KeyId = "one" }, SecurityAlgorithms.HmacSha256)))).Refusal);
        Assert.NotNull((await ValidateAsync(Token(signing: new SigningCredentials(new RsaSecurityKey(next) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)))).Refusal);
        Assert.NotNull((await ValidateAsync(Token(signing: new SigningCredentials(new RsaSecurityKey(next) { KeyId = "unknown" }, SecurityAlgorithms.RsaSha256)))).Refusal);
    }

    [Theory]
    [InlineData("channelId", "webchat", "channel")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/amer/", "serviceUrl")]
    [InlineData("tenant", "99999999-0000-0000-0000-000000000000", "tenant")]
    public async Task A_token_made_for_another_activity_is_refused(string member, string value, string reason)
    {
        var (token, _) = await ValidateAsync(Token());

        Assert.Equal(reason, Mismatch(token!, Activity(member, value)));
    }

    [Fact]
    public async Task Two_tenants_that_do_not_agree_are_refused_although_any_may_come()
    {
        var (token, _) = await ValidateAsync(Token());
        var open = new TeamsOptions { AppId = App };

        Assert.Null(TeamsToken.Mismatch(token!, Activity(), open, new ServiceHosts(open)));
        Assert.Equal("tenant", TeamsToken.Mismatch(token!, Activity() with { ChannelTenant = "99999999-0000-0000-0000-000000000000" }, open, new ServiceHosts(open)));
    }

    [Fact]
    public async Task A_key_without_endorsement_for_Teams_is_refused()
    {
        var (token, _) = await ValidateAsync(Token(), new Metadata(Configuration(("one", key, ["webchat"]))));

        Assert.Equal("endorsement", Mismatch(token!, Activity()));
    }

    [Fact]
    public async Task A_service_address_outside_the_list_is_refused_even_when_the_token_names_it()
    {
        const string Evil = "https://smba.trafficmanager.net.evil.example/";
        var (token, _) = await ValidateAsync(Token(serviceUrl: Evil));

        Assert.Equal("host", Mismatch(token!, Activity("serviceUrl", Evil)));
    }

    [Fact]
    public async Task A_rotated_key_is_fetched_and_the_first_token_with_it_accepted()
    {
        var metadata = new Metadata(Configuration(("one", key, ["msteams"])), Configuration(("one", key, ["msteams"]), ("two", next, ["msteams"])));
        var rotated = Token(signing: new SigningCredentials(new RsaSecurityKey(next) { KeyId = "two" }, SecurityAlgorithms.RsaSha256));

        Assert.Null((await ValidateAsync(rotated, metadata)).Refusal);
        Assert.Equal(1, metadata.Refreshes);
    }

    [Fact]
    public async Task Whoever_comes_while_the_rotated_key_is_fetched_waits_for_it_too()
    {
        var metadata = new Metadata(Configuration(("one", key, ["msteams"])), Configuration(("one", key, ["msteams"]), ("two", next, ["msteams"]))) { Looks = 6 };
        var tokens = new TeamsToken(Options, new ServiceHosts(Options), metadata, clock);
        var forged = Token(signing: new SigningCredentials(new RsaSecurityKey(next) { KeyId = "forged" }, SecurityAlgorithms.RsaSha256));
        var rotated = Token(signing: new SigningCredentials(new RsaSecurityKey(next) { KeyId = "two" }, SecurityAlgorithms.RsaSha256));

        var validating = Task.WhenAll(new[] { forged, rotated, rotated }.Select(token => tokens.ValidateAsync($"Bearer {token}", TestContext.Current.CancellationToken)));
        await AdvanceAsync(validating);

        Assert.Equal([false, true, true], (await validating).Select(result => result.Refusal is null));
        Assert.Equal(1, metadata.Refreshes);
    }

    private async Task AdvanceAsync(Task until)
    {
        while (!until.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private async Task<(TokenValidationResult? Token, string? Refusal)> ValidateAsync(string? token, Metadata? metadata = null)
    {
        metadata ??= new Metadata(Configuration(("one", key, ["msteams"])));
        var tokens = new TeamsToken(Options, new ServiceHosts(Options), metadata, clock);
        var validating = tokens.ValidateAsync(token is null ? null : $"Bearer {token}", TestContext.Current.CancellationToken);
        await AdvanceAsync(validating);
        return await validating;
    }

    private static string? Mismatch(TokenValidationResult token, Activity activity) => TeamsToken.Mismatch(token, activity, Options, new ServiceHosts(Options));

    private static TeamsOptions Options { get; } = new() { AppId = App, AppPassword = "secret", AllowedTenants = [Tenant] };

    private static Activity Activity(string member = "", string value = "") => new()
    {
        Type = "message",
        ChannelId = member == "channelId" ? value : "msteams",
        ConversationId = "a:1",
        FromId = "29:1",
        ServiceUrl = member == "serviceUrl" ? value : Service,
        ConversationTenant = member == "tenant" ? value : Tenant,
    };

    private string Token(
        string? issuer = null, string audience = App, string serviceUrl = Service, DateTimeOffset? expires = null, DateTimeOffset? notBefore = null, SigningCredentials? signing = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? TeamsCloud.Public.Issuer,
            Audience = audience,
            Expires = (expires ?? Now.AddHours(1)).UtcDateTime,
            NotBefore = (notBefore ?? Now.AddHours(-1)).UtcDateTime,
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = signing ?? new SigningCredentials(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });

    private static OpenIdConnectConfiguration Configuration(params (string Kid, RSA Key, string[] Endorsements)[] keys)
    {
        var set = new
        {
            keys = keys.Select(item =>
            {
                var parameters = item.Key.ExportParameters(false);
                return new { kty = "RSA", use = "sig", kid = item.Kid, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent), endorsements = item.Endorsements };
            }),
        };
        return new OpenIdConnectConfiguration { Issuer = TeamsCloud.Public.Issuer, JsonWebKeySet = new JsonWebKeySet(JsonSerializer.Serialize(set)) };
    }

    /// <summary>Metadata that changes when it is asked to refresh.</summary>
    private sealed class Metadata(OpenIdConnectConfiguration first, OpenIdConnectConfiguration? after = null) : IConfigurationManager<OpenIdConnectConfiguration>
    {
        public int Refreshes { get; private set; }

        /// <summary>How often it is looked at before what was asked for is there.</summary>
        public int Looks { get; set; }

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => Task.FromResult(Refreshes > 0 && after is not null && Looks-- <= 0 ? after : first);

        public void RequestRefresh() => Refreshes++;
    }
}
