using System.Net;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests;

/// <summary>What is inside is not called, whoever names it.</summary>
public sealed class OutwardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void An_address_inside_is_one(string address) => Assert.False(Outward.IsOutside(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("193.10.0.1")]
    [InlineData("2a00:1450:400f:80d::200e")]
    [InlineData("::ffff:1.1.1.1")]
    public void An_address_of_the_internet_is_none(string address) => Assert.True(Outward.IsOutside(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_is_looked_at_where_it_leads()
    {
        await using var site = await OpenSite.OpenAsync();
        var address = new Uri($"http://localhost:{site.Address.Port}/healthz");
        using var stranger = new HttpClient(Outward.Handler(_ => false));
        using var named = new HttpClient(Outward.Handler(host => host == "localhost"));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(address, TestContext.Current.CancellationToken));
        using var answer = await named.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Contains("inside", refused.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("[::1]")]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task An_address_inside_is_not_called_however_it_is_written(string host)
    {
        using var stranger = new HttpClient(Outward.Handler(_ => false));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri($"http://{host}:9/"), TestContext.Current.CancellationToken));

        Assert.Contains("inside", refused.Message, StringComparison.Ordinal);
    }
}
