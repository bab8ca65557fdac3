using System.Text.Json;
using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What an earlier release stored is read, and the talk goes on from there.</summary>
public class StoredStateTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("0.1-followed-up", "klar")]
    [InlineData("0.1-finished-and-offered", "ja")]
    [InlineData("0.1-cancelling", "no")]
    [InlineData("0.1-paused", "continue")]
    public void The_talk_goes_on(string name, string says)
    {
        var stored = JsonSerializer.Deserialize<Conversation>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "StoredStates", $"{name}.json")), Json)!;
        var person = new Person(new Person().Context, new DateTimeOffset(2027, 2, 5, 14, 0, 0, TimeSpan.FromHours(1))) { Conversation = stored };

        Assert.NotEqual(default, person.Says(says)[^1].Slot);
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }
}
