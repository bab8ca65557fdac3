using System.Text.Json;
using Dialog.Bot.Channels.Teams;

namespace Dialog.Bot.Tests.Channels.Teams;

/// <summary>Who people are, as the roster tells.</summary>
public sealed class TeamsPeopleTests
{
    [Theory]
    [InlineData("""{"userRole":"user"}""", "member")]
    [InlineData("""{"tenantId":"T1"}""", "member")]
    [InlineData("""{"userRole":"user","tenantId":"t2"}""", "outsider")]
    [InlineData("""{"userRole":"guest","tenantId":"t1"}""", "outsider")]
    [InlineData("""{"userRole":"user","userPrincipalName":"anna_example.com#EXT#@town.example"}""", "outsider")]
    [InlineData("""{"name":"Anna Ek"}""", "unknown")]
    public void A_member_is_who_Teams_says_belongs_to_the_tenant_and_is_no_guest(string told, string who)
    {
        var profile = TeamsPeople.Read(JsonElement.Parse(told), "t1");

        Assert.Equal(who, profile.Member ? "member" : profile.Outsider ? "outsider" : "unknown");
    }
}
