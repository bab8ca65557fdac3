using Dialog.Bot.Channels;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Tests.Turns;

public class LatelyTests
{
    [Fact]
    public void No_more_people_are_known_than_allowed_and_the_newest_always_is()
    {
        var lately = new Lately<int>(most: 3);
        for (var number = 0; number < 100; number++)
        {
            lately.Note(Somebody(number), number);

            Assert.True(lately.Knows(Somebody(number), out var known) && known == number);
            Assert.InRange(Enumerable.Range(0, 100).Count(other => lately.Knows(Somebody(other), out _)), 1, 3);
        }
    }

    [Fact]
    public void News_of_somebody_known_makes_nobody_forgotten()
    {
        var lately = new Lately<int>(most: 2);
        lately.Note(Somebody(1), 1);
        lately.Note(Somebody(2), 2);
        lately.Note(Somebody(2), 3);

        Assert.True(lately.Knows(Somebody(1), out _));
        Assert.True(lately.Knows(Somebody(2), out var newest) && newest == 3);
    }

    private static Address Somebody(int number) => new(Address.Teams, "tenant", $"user-{number}");
}
