using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.SigningIn;
using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Access;

/// <summary>Signing in with the organisation's OpenID provider, and how a session ends.</summary>
public sealed class SignInTests(SignInTests.World world) : IClassFixture<SignInTests.World>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_whose_address_is_verified_comes_where_they_wanted_and_as_themselves()
    {
        var (id, email) = await world.AddAsync("editor");
        var browser = world.Site.Browser();

        using var there = await world.SignInAsync(browser, email, to: "/people?lang=en");

        Assert.Equal("/people?lang=en", there.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/people?lang=en"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, $"/api/v1/people/{id}/data"));
        using var acting = await browser.PostAsync(new Uri("/assignments/x/acting", UriKind.Relative), new FormUrlEncodedContent([new("person", "x")]), Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, acting.StatusCode);
        Assert.Equal("openid profile email", world.Provider.Asked);
    }

    [Fact]
    public async Task The_address_may_be_told_besides_the_token()
    {
        var (_, email) = await world.AddAsync("approver");
        var browser = world.Site.Browser();
        world.Provider.Claims = world.Provider.Claims.Clear();
        world.Provider.UserInfo = world.Provider.UserInfo.Clear().Add("email", email.ToUpperInvariant()).Add("email_verified", true);

        using var there = await World.GoAsync(browser, "/signin/oidc?to=/");

        Assert.Equal(("/", HttpStatusCode.OK), (there.Headers.Location!.ToString(), await StatusAsync(browser, "/")));
    }

    [Theory]
    [InlineData("sv", "Gå tillbaka i webbläsaren tills du ser det du skrev")]
    [InlineData("en", "Go back in the browser until you see what you wrote")]
    public async Task Who_signs_in_where_a_form_was_refused_is_told_where_it_is(string language, string said)
    {
        var (_, email) = await world.AddAsync("editor");
        var browser = world.Site.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var refused = await browser.PostAsync(new Uri("/assignments", UriKind.Relative), new FormUrlEncodedContent([new("topic", "Varför byggs badet om?")]), Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("href=\"signin/oidc?to=%2Fsignin%2Fback\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"signin/back?lang={(language == "sv" ? "en" : "sv")}\"", page, StringComparison.Ordinal);

        using var there = await world.SignInAsync(browser, email, to: "/signin/back?entries=3");

        Assert.Equal("/signin/back?entries=3", there.Headers.Location!.ToString());
        Assert.Contains(said, WebUtility.HtmlDecode(await browser.GetStringAsync(there.Headers.Location, Cancelled)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "ingen i Dialog har adressen stranger@example.com", "Be Ada Admin lägga till dig")]
    [InlineData("en", "nobody in Dialog has the address stranger@example.com", "Ask Ada Admin to add you")]
    public async Task Somebody_unknown_is_told_in_their_language_whom_to_ask(string language, string what, string whom)
    {
        await world.AddAsync("admin", "Ada Admin");
        var browser = world.Site.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var refused = await world.SignInAsync(browser, "stranger@example.com");

        await AssertRefusedAsync(browser, refused, HttpStatusCode.Forbidden, what, whom);
    }

    [Fact]
    public async Task An_address_that_the_provider_does_not_vouch_for_is_nobodys()
    {
        var (_, email) = await world.AddAsync("editor");
        var browser = world.Site.Browser();

        using var refused = await world.SignInAsync(browser, email, verified: false);

        await AssertRefusedAsync(browser, refused, HttpStatusCode.Forbidden, "intygar inte");
    }

    [Fact]
    public async Task A_respondent_is_told_that_the_desk_is_for_others()
    {
        var (_, email) = await world.AddAsync("respondent");
        var browser = world.Site.Browser();

        using var refused = await world.SignInAsync(browser, email);

        await AssertRefusedAsync(browser, refused, HttpStatusCode.Forbidden, "svarar du på i chatten");
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("unsigned")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("foreign key")]
    public async Task A_token_that_is_not_right_lets_nobody_in(string flaw)
    {
        var (_, email) = await world.AddAsync("editor");
        var browser = world.Site.Browser();
        world.Provider.Flaw = flaw;

        using var refused = await world.SignInAsync(browser, email);
        world.Provider.Flaw = "";

        await AssertRefusedAsync(browser, refused, HttpStatusCode.Unauthorized, "gick inte igenom");
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_on_a_page_and_the_key_goes_on_working()
    {
        await using var site = await OpenSite.OpenAsync(new() { ["Desk:Oidc:Authority"] = "http://127.0.0.1:9/", ["Desk:Oidc:ClientId"] = "x", ["Desk:Oidc:ClientSecret"] = "x" });
        var browser = site.Browser();

        using var refused = await browser.GetAsync(new Uri("/signin/oidc", UriKind.Relative), Cancelled);
        await AssertRefusedAsync(browser, refused, HttpStatusCode.ServiceUnavailable, "gick inte igenom");
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/people"));
    }

    [Fact]
    public async Task Somebody_elses_answer_from_the_provider_lets_nobody_in()
    {
        var (_, email) = await world.AddAsync("editor");
        world.Say(email, verified: true);
        var (victim, attacker) = (world.Site.Browser(), world.Site.Browser());

        // The attacker begins, stops before the answer is taken, and has the victim's browser take it.
        var answer = await World.AnswerAsync(attacker, "/signin/oidc?to=/");
        using var taken = await victim.GetAsync(answer, Cancelled);
        using var made = await victim.GetAsync(new Uri("/signin-oidc?code=x&state=x", UriKind.Relative), Cancelled);

        await AssertRefusedAsync(victim, taken, HttpStatusCode.Unauthorized, "gick inte igenom");
        Assert.Equal(HttpStatusCode.Unauthorized, made.StatusCode);
    }

    [Fact]
    public async Task A_code_without_its_proof_or_for_another_address_is_worth_nothing()
    {
        using var client = new HttpClient();
        foreach (var (name, value) in new[] { ("", ""), ("code_verifier", "another-verifier-another-verifier-another-verifier"), ("redirect_uri", "https://evil.example/"), ("client_secret", "another") })
        {
            var asked = await world.AnswerAsync(client);
            var form = new Dictionary<string, string>(asked) { ["grant_type"] = "authorization_code", ["client_id"] = OpenIdProvider.ClientId, ["client_secret"] = OpenIdProvider.Secret };
            form[name.Length > 0 ? name : "client_id"] = name.Length > 0 ? value : OpenIdProvider.ClientId;
            using var answer = await client.PostAsync(new Uri($"{world.Provider.Authority}/token"), new FormUrlEncodedContent(form), Cancelled);

            Assert.Equal((name, name.Length > 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK), (name, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_request()
    {
        var (id, email) = await world.AddAsync("editor");
        var browser = world.Site.Browser();
        using var there = await world.SignInAsync(browser, email);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/import"));

        await world.ChangeAsync(id, new { roles = new[] { "approver" } });
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (await StatusAsync(browser, "/import"), await StatusAsync(browser, "/")));

        await world.ChangeAsync(id, new { roles = new[] { "respondent" } });
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/people"));
    }

    [Fact]
    public async Task Whoever_signs_out_everywhere_is_out_on_the_other_machine_too_and_can_come_again()
    {
        var (_, email) = await world.AddAsync("editor");
        var (here, there, other) = (world.Site.Browser(), world.Site.Browser(), world.Site.Browser());
        var (_, others) = await world.AddAsync("editor");
        foreach (var (browser, address) in new[] { (here, email), (there, email), (other, others) })
        {
            using var signedIn = await world.SignInAsync(browser, address);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/people"));
        }

        var page = await here.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled);
        using var left = await here.PostAsync(new Uri("/signout", UriKind.Relative), new FormUrlEncodedContent([new("leave", "everywhere"), new("__RequestVerificationToken", Forms.TokenOf(page))]), Cancelled);

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(here, "/people"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(there, "/people"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/people"));
        using var again = await world.SignInAsync(there, email);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there, "/people"));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_nobody_out_and_lets_nobody_stay()
    {
        var clock = new ShiftedClock(TimeProvider.System);
        await using var site = await OpenSite.OpenAsync(replace: services => services.AddSingleton<TimeProvider>(clock));
        async Task<HttpClient> ComeAsync()
        {
            var browser = site.Browser();
            using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/people"));
            return browser;
        }

        async Task LeaveEverywhereAsync(HttpClient browser)
        {
            var token = Forms.TokenOf(await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled));
            using var left = await browser.PostAsync(new Uri("/signout", UriKind.Relative), new FormUrlEncodedContent([new("leave", "everywhere"), new("__RequestVerificationToken", token)]), Cancelled);
        }

        clock.Ahead = TimeSpan.FromHours(4);
        await LeaveEverywhereAsync(await ComeAsync());
        clock.Ahead = TimeSpan.FromHours(3);
        var early = await ComeAsync();

        clock.Ahead = TimeSpan.FromHours(6);
        var ahead = await ComeAsync();
        clock.Ahead = TimeSpan.FromHours(5);
        await LeaveEverywhereAsync(await ComeAsync());

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (await StatusAsync(early, "/people"), await StatusAsync(ahead, "/people")));
        await ComeAsync();
    }

    [Fact]
    public async Task A_form_that_was_left_open_is_taken_after_signing_in_again_with_the_key()
    {
        var browser = world.Site.Browser();
        using var first = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        var form = Forms.TokenOf(await browser.GetStringAsync(new Uri("/people", UriKind.Relative), Cancelled));
        using var left = await browser.PostAsync(new Uri("/signout", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", form)]), Cancelled);
        using var again = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);

        using var sent = await browser.PostAsync(new Uri("/people", UriKind.Relative), new FormUrlEncodedContent([new("action", "none"), new("__RequestVerificationToken", form)]), Cancelled);

        Assert.Equal((HttpStatusCode.Redirect, "/people"), (sent.StatusCode, sent.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task An_administrator_ends_somebodys_sessions()
    {
        var (id, email) = await world.AddAsync("editor");
        var browser = world.Site.Browser();
        using var there = await world.SignInAsync(browser, email);

        using var ended = await world.Site.Script().PostAsync(new Uri($"/api/v1/people/{id}/sign-out", UriKind.Relative), content: null, Cancelled);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Redirect), (ended.StatusCode, await StatusAsync(browser, "/people")));
    }

    [Fact]
    public async Task Another_token_of_the_desk_ends_the_sessions_of_the_one_before()
    {
        await using var before = await OpenSite.OpenAsync();
        await using var same = await OpenSite.OpenBesideAsync(before);
        await using var after = await OpenSite.OpenBesideAsync(before, new() { ["Desk:Token"] = "another-token-of-the-desk" });
        using var signedIn = await before.Browser().GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("dialog-desk=", StringComparison.Ordinal)).Split(';')[0];

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(same.Browser(cookie), "/people"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(after.Browser(cookie), "/people"));
    }

    [Fact]
    public async Task An_account_of_the_tenant_is_the_person_Teams_knows_and_another_tenants_is_nobody()
    {
        const string Tenant = "7d1c2a54-8d2b-4a39-93c6-1f0f5d3d0001";
        await using var provider = await OpenIdProvider.StartAsync($"/{Tenant}/v2.0");
        await using var site = await OpenSite.OpenAsync(provider.Settings);
        using var added = await site.Script().PostAsJsonAsync("/api/v1/people", new { name = "Sofia Lind", roles = new[] { "editor" }, addresses = new[] { new { channel = "teams", workspace = Tenant, user = "oid-1" } } }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);

        provider.Claims = provider.Claims.Add("tid", Tenant).Add("oid", "oid-1").Add("preferred_username", "sofia@example.com");
        var sofia = site.Browser();
        using var there = await World.GoAsync(sofia, "/signin/oidc");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(sofia, "/people"));

        provider.Claims = provider.Claims.SetItem("tid", "7d1c2a54-8d2b-4a39-93c6-1f0f5d3d0002");
        var stranger = site.Browser();
        using var refused = await World.GoAsync(stranger, "/signin/oidc");
        await AssertRefusedAsync(stranger, refused, HttpStatusCode.Forbidden, "intygar inte");
    }

    [Fact]
    public async Task The_check_says_what_is_missing_at_the_provider()
    {
        var check = world.Site.Services.GetServices<ICheck>().OfType<OidcCheck>().Single();
        var holds = await check.TryAsync(Cancelled);
        world.Provider.Issuer = "https://another.example";
        var wrong = await check.TryAsync(Cancelled);
        world.Provider.Issuer = null;

        Assert.True(holds.Holds && holds.Says.Contains("/signin-oidc", StringComparison.Ordinal), holds.Says);
        Assert.True(!wrong.Holds && wrong.Says.Contains("https://another.example", StringComparison.Ordinal), wrong.Says);
    }

    [Theory]
    [InlineData("Desk:Oidc:ClientId: missing", "Desk:Oidc:Authority", "https://login.example.com/")]
    [InlineData("Desk:Oidc:Authority: missing", "Desk:Oidc:ClientId", "x")]
    [InlineData("Desk:Oidc:Authority: missing", "Desk:Oidc:ClientSecret", "x")]
    [InlineData("must be an https address", "Desk:Oidc:Authority", "http://login.example.com/", "Desk:Oidc:ClientId", "x")]
    [InlineData("name your own tenant", "Desk:Oidc:Authority", "https://login.microsoftonline.com/common/v2.0", "Desk:Oidc:ClientId", "x")]
    [InlineData("neither Desk:Token nor Desk:Oidc is set", "Urls", "http://0.0.0.0:5080", "Desk:Oidc:Authority", "https://login.example.com/", "Desk:Oidc:ClientId", "x")]
    public void A_start_that_cannot_work_says_what_is_missing(string what, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();

        Assert.Contains(what, Assert.Throws<StartupException>(() => StartupChecks.Check(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_organisations_sign_in_others_may_reach_the_program_without_a_token() =>
        StartupChecks.Check(new ConfigurationBuilder().AddInMemoryCollection([new("Urls", "http://0.0.0.0:5080"), new("Desk:Oidc:Authority", "https://login.example.com/"), new("Desk:Oidc:ClientId", "x"), new("Desk:Oidc:ClientSecret", "x")]).Build());

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }

    private static async Task AssertRefusedAsync(HttpClient browser, HttpResponseMessage refused, HttpStatusCode status, params string[] says)
    {
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(status, refused.StatusCode);
        Assert.All(says, part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/people"));
    }

    public sealed class World : IAsyncLifetime
    {
        private int people;

        internal OpenSite Site { get; private set; } = null!;

        internal OpenIdProvider Provider { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await OpenIdProvider.StartAsync();
            Site = await OpenSite.OpenAsync(Provider.Settings);
        }

        public async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            await Provider.DisposeAsync();
        }

        /// <summary>A person who signs in with an address of their own.</summary>
        internal async Task<(string Id, string Email)> AddAsync(string role, string? name = null)
        {
            var email = $"person-{Interlocked.Increment(ref people)}@example.com";
            using var added = await Site.Script().PostAsJsonAsync("/api/v1/people", new { name = name ?? $"Person {people}", roles = new[] { role }, email }, Cancelled);
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            return ((string)(await added.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]!, email);
        }

        internal async Task ChangeAsync(string id, object change)
        {
            using var changed = await Site.Script().PatchAsJsonAsync($"/api/v1/people/{id}", change, Cancelled);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }

        internal void Say(string email, bool verified)
        {
            Provider.UserInfo = Provider.UserInfo.Clear();
            Provider.Claims = Provider.Claims.Clear().Add("email", email).Add("email_verified", verified);
        }

        internal Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, bool verified = true, string to = "/")
        {
            Say(email, verified);
            return GoAsync(browser, $"/signin/oidc?to={Uri.EscapeDataString(to)}");
        }

        /// <summary>To the provider and back.</summary>
        internal static async Task<HttpResponseMessage> GoAsync(HttpClient browser, string path) => await browser.GetAsync(await AnswerAsync(browser, path), Cancelled);

        /// <summary>What the provider sends the browser back with.</summary>
        internal static async Task<Uri> AnswerAsync(HttpClient browser, string path)
        {
            using var begun = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
            using var answered = await browser.GetAsync(begun.Headers.Location, Cancelled);
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
            return answered.Headers.Location!;
        }

        /// <summary>A code, asked for without a browser, with what is needed to use it.</summary>
        internal async Task<Dictionary<string, string>> AnswerAsync(HttpClient client)
        {
            const string Verifier = "a-verifier-that-is-long-enough-a-verifier-that-is-long-enough", Redirect = "http://127.0.0.1:1/signin-oidc";
            var challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Verifier)));
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var asking = new HttpClient(handler);
            using var answered = await asking.GetAsync(new Uri($"{Provider.Authority}/authorize?client_id={OpenIdProvider.ClientId}&response_type=code&code_challenge_method=S256&code_challenge={challenge}&nonce=n&state=s&scope=openid&redirect_uri={Uri.EscapeDataString(Redirect)}"), Cancelled);
            return new() { ["code"] = answered.Headers.Location!.Query.Split("code=")[1].Split('&')[0], ["code_verifier"] = Verifier, ["redirect_uri"] = Redirect };
        }
    }
}
