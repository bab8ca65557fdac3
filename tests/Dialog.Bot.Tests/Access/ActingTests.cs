using System.Security.Claims;
using Dialog.Bot.Access;
using Microsoft.AspNetCore.Http;

namespace Dialog.Bot.Tests.Access;

public sealed class ActingTests
{
    [Fact]
    public void Whoever_is_signed_in_acts_as_themselves_whatever_an_order_or_a_cookie_says()
    {
        var anna = Of(new Claim(ClaimTypes.NameIdentifier, "anna"), new Claim(ClaimTypes.Role, "editor"));
        var desk = Of(new Claim(ClaimTypes.Role, "desk"));

        Assert.Equal(["anna", "anna"], [Acting.By(anna, "bo").PersonId, Acting.By(anna, null).PersonId]);
        Assert.Equal(["bo", null], [Acting.By(desk, "bo").PersonId, Acting.By(desk, " ").PersonId]);
    }

    private static DefaultHttpContext Of(params Claim[] claims) => new() { User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test")) };
}
