using Dialog.Bot.Channels.Teams;
using Microsoft.Extensions.Configuration;

namespace Dialog.Bot.Tests.Channels.Teams;

public sealed class TeamsOptionsTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    [Theory]
    [InlineData("Teams:AppId", "AppId=my bot")]
    [InlineData("Teams:AppPassword", "AppPassword=")]
    [InlineData("Teams:ManagedIdentity", "ManagedIdentity=true")]
    [InlineData("Teams:CertificateFile", "AppPassword=", "CertificateFile=/nowhere/bot.pfx")]
    [InlineData("Teams:TokenEndpoint", "AppPassword=", "ManagedIdentity=true", "TokenEndpoint=https://login.example/token")]
    [InlineData("Teams:TenantId", "TenantId=")]
    [InlineData("Teams:TenantId", "TenantId=contoso.com")]
    [InlineData("Teams:ManagedIdentity", "AppPassword=", "ManagedIdentity=ja")]
    [InlineData("Teams:AllowedTenants", "AllowedTenants:0=contoso.com")]
    [InlineData("Teams:OpenIdMetadata", "OpenIdMetadata=http://login.example/metadata")]
    [InlineData("Teams:TokenEndpoint", "TokenEndpoint=http://login.example/token")]
    [InlineData("Teams:Cloud", "Cloud=Moon")]
    public void What_cannot_work_stops_the_start_with_the_key_to_mend(string key, params string[] settings)
    {
        var mistake = Assert.Throws<StartupException>(() => Read(settings).Check());

        Assert.Contains(key, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tenant_may_go_by_its_domain_name_where_those_who_may_talk_are_listed() => Read("TenantId=contoso.com", $"AllowedTenants={Tenant}").Check();

    [Fact]
    public void A_cloud_brings_its_own_issuer_keys_login_and_hosts()
    {
        var options = Read("Cloud=UsGov");
        var hosts = new ServiceHosts(options);

        Assert.Equal("https://api.botframework.us", options.Cloud.Issuer);
        Assert.Equal("https://login.botframework.azure.us/v1/.well-known/openidconfiguration", options.OpenIdMetadata);
        Assert.Equal("https://api.botframework.us/.default", options.Cloud.Scope);
        Assert.True(hosts.Allows(options.Cloud.Connector));
        Assert.False(hosts.Allows(TeamsCloud.Public.Connector));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://teams.microsoft.com.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://127.0.0.1:56150/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public void Replies_go_to_the_connectors_hosts_only(string address, bool allowed) => Assert.Equal(allowed, new ServiceHosts(Read()).Allows(address));

    [Fact]
    public void The_bots_own_tenant_is_the_one_allowed_unless_others_are_listed()
    {
        Assert.Equal([Tenant], Read().AllowedTenants);
        Assert.Equal([App], Read($"AllowedTenants={App}").AllowedTenants);
    }

    private static TeamsOptions Read(params string[] settings)
    {
        var values = new Dictionary<string, string?> { ["AppId"] = App, ["AppPassword"] = "secret", ["TenantId"] = Tenant };
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            values[parts[0]] = parts[1];
        }

        return TeamsOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => $"Teams:{pair.Key}", pair => pair.Value)).Build().GetSection("Teams"));
    }
}
