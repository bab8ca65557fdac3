using Dialog.Bot.Channels;

namespace Dialog.Bot.Tests.Channels;

public sealed class CrowdTests
{
    [Fact]
    public void Those_that_cannot_be_forgotten_are_not_looked_through_again_until_there_are_twice_as_many()
    {
        var crowd = new Crowd();
        var looked = 0;
        for (var count = 1; count <= 1_000_000; count++)
        {
            if (crowd.IsTooLarge(count))
            {
                looked++;
                crowd.Left(count);
            }
        }

        Assert.Equal(6, looked);
    }

    [Fact]
    public void When_most_could_be_forgotten_as_few_are_kept_as_before()
    {
        var crowd = new Crowd();
        crowd.Left(400_000);
        Assert.False(crowd.IsTooLarge(700_000));
        crowd.Left(10);

        Assert.False(crowd.IsTooLarge(20_000));
        Assert.True(crowd.IsTooLarge(20_001));
    }
}
