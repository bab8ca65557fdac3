using System.Text.RegularExpressions;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

public sealed class JoinCodeTests
{
    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task A_code_joins_until_its_time_is_over(int seconds, bool joins)
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await house.SayAsync("hej", "e2", "U2");
        var code = Regex.Match(string.Join(' ', (await house.SayAsync("koppla", "e3")).Replies.Select(reply => reply.Text)), "[A-Z0-9]{4}-[A-Z0-9]{4}").Value;
        house.Clock.Advance(JoinWish.Lifetime + TimeSpan.FromSeconds(seconds));

        var asked = (await house.SayAsync($"koppla {code}", "e4", "U2")).Replies.SelectMany(reply => reply.Choices).FirstOrDefault();
        if (asked is not null)
        {
            await house.SayAsync("ja", "e5", "U2");
            await house.Postman.CarryAsync(TestContext.Current.CancellationToken);
        }

        await using var db = house.OpenStore();
        Assert.Equal(joins, await db.Joins.AnyAsync(TestContext.Current.CancellationToken));
    }
}
