using System.Globalization;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Replicas;

/// <summary>Two programs on one PostgreSQL, and one Slack.</summary>
[Trait("store", "PostgreSql")]
public sealed class ReplicasTests : IAsyncLifetime
{
    /// <summary>Some reminders have not left when one program dies.</summary>
    private static readonly Dictionary<string, string> Slowly = new() { ["Slack__MessagesPerMinute"] = "240" };

    private FakeSlack _slack = null!;
    private PostgreSqlStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await PostgreSqlStore.CreateAsync();
        _slack = await FakeSlack.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            await _slack.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_is_due_is_sent_once_in_all_also_while_one_program_dies()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        var now = DateTimeOffset.UtcNow;
        var early = await AskAsync("U0EARLY", 8, now.AddSeconds(12), one, other);
        var late = await AskAsync("U0LATER", 30, now.AddSeconds(18), one, other);
        await _slack.WaitUntilAsync(_ => early.TrueForAll(IsReminded), "the early reminders");

        await _slack.WaitUntilAsync(_ => late.Count(IsReminded) >= 5, "the first of the later reminders");
        await one.KillAsync();
        Assert.Contains(late, channel => !IsReminded(channel));
        await _slack.WaitUntilAsync(_ => late.TrueForAll(IsReminded), "all of the later reminders");
        await other.StopCalmlyAsync();

        Assert.All([.. early, .. late], channel => Assert.Equal(2, _slack.BotPosts(channel).Count));
    }

    /// <summary>The question is the first post.</summary>
    private bool IsReminded(string channel) => _slack.BotPosts(channel).Count >= 2;

    /// <summary>Questions to many people, put by either program, each with a reminder at the same instant; their conversations, once all are asked.</summary>
    private async Task<List<string>> AskAsync(string prefix, int people, DateTimeOffset remindAt, ProgramUnderTest one, ProgramUnderTest other)
    {
        var channels = new List<string>();
        for (var number = 0; number < people; number++)
        {
            var user = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D3}");
            channels.Add(_slack.AddPerson(user));
            var api = (number % 2 == 0 ? one : other).Api;
            var order = new { topic = "Varför byggs simhallen om?", personId = await api.AddPersonAsync("slack", FakeSlack.Team, user), remindAt = new[] { remindAt.ToString("o", CultureInfo.InvariantCulture) } };
            await api.OpenAsync(order);
        }

        await _slack.WaitUntilAsync(_ => channels.TrueForAll(channel => _slack.BotPosts(channel).Count >= 1), $"{people} questions");
        return channels;
    }

    private Task<ProgramUnderTest> StartAsync() => ProgramUnderTest.StartAsync(_slack.Settings, _store.Settings, Slowly);
}
