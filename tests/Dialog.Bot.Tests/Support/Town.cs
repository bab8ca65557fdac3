using System.Globalization;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Support;

/// <summary>A house whose clock runs: what is due, in series or in the mail comes at its instant, for weeks on end.</summary>
internal sealed class Town : IAsyncDisposable
{
    private const string Stockholm = "Europe/Stockholm";

    private readonly House house;
    private readonly Dictionary<string, string> names = [];
    private int said;

    private Town(House house) => this.house = house;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public House House => house;

    /// <summary>A house whose messages leave.</summary>
    public static async Task<Town> BuildAsync() => new(await House.BuildAsync());

    public ValueTask DisposeAsync() => house.DisposeAsync();

    /// <summary>Somebody with the account of that name in Slack.</summary>
    public async Task<PersonRow> MeetAsync(string user, params string[] roles)
    {
        var person = (await house.People.AddAsync($"{user} Ek", "chef", roles is [] ? ["respondent"] : roles, "sv", Stockholm, [new Address(Address.Slack, "T1", user)], Cancelled))!;
        names[person.Id] = user;
        return person;
    }

    /// <summary>Time passes until the clock on the wall shows that.</summary>
    public async Task UntilAsync(int month, int day, int hour, int minute = 0)
    {
        var until = At(month, day, hour, minute);
        for (var round = 0; round < 10_000; round++)
        {
            await SettleAsync();
            if (await NextAsync() is not { } next || next > until)
            {
                house.Clock.SetUtcNow(until);
                return;
            }

            house.Clock.SetUtcNow(next > house.Clock.GetUtcNow() ? next : house.Clock.GetUtcNow().AddSeconds(1));
        }

        Assert.Fail("Time does not pass.");
    }

    /// <summary>An editor orders something of somebody.</summary>
    public async Task OrderAsync(string personId, Func<Assignment, Assignment> order)
    {
        await house.Assignments.OpenAsync(order(House.Assignment(personId)), requestKey: null, Cancelled);
        await SettleAsync();
    }

    public async Task SaysAsync(string user, string text)
    {
        await house.SayAsync(text, $"said/{said++}", user);
        await SettleAsync();
    }

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => WallClock.At(new DateOnly(2027, month, day), new TimeOnly(hour, minute), Stockholm).ToUniversalTime();

    /// <summary>Everything the bot has said: when, to whom, what.</summary>
    public async Task<List<(DateTimeOffset At, string To, string Kind, string Text)>> SaidAsync()
    {
        await using var db = house.OpenStore();
        var rows = await db.Messages.AsNoTracking().Where(message => !message.Incoming).OrderBy(message => message.Seq).Select(message => new { message.At, message.PersonId, message.Kind, message.Text }).ToListAsync(Cancelled);
        return rows.ConvertAll(row => (WallClock.Local(row.At, Stockholm), names.GetValueOrDefault(row.PersonId, row.PersonId), row.Kind, row.Text));
    }

    /// <summary>The same as lines to compare.</summary>
    public async Task<List<string>> LinesAsync(string? to = null) =>
        [.. (await SaidAsync()).Where(line => to is null || line.To == to).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.At:MM-dd HH:mm} {line.To} {line.Kind}: {line.Text}"))];

    /// <summary>What is due, and what was said, has arrived.</summary>
    private async Task SettleAsync()
    {
        await house.Series.OpenDueAsync(Cancelled);
        await house.TickAsync();
        await house.Postman.CarryAsync(Cancelled);
        await house.TickAsync();
        await SendAsync();
    }

    /// <summary>A sender of its own: one that runs all the time would look for every second of the weeks that pass.</summary>
    private async Task SendAsync()
    {
        await using var db = house.OpenStore();
        if (!await db.Outbox.AnyAsync(message => message.NextAt != null, Cancelled))
        {
            return;
        }

        using var sender = house.RivalSender();
        await sender.StartAsync(Cancelled);
        await house.Channel.WaitForAsync(_ => true, await db.Outbox.CountAsync(message => message.Status != OutboxStatus.Failed, Cancelled));
        await sender.StopAsync(Cancelled);
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        await using var db = house.OpenStore();
        var due = await db.Due.MinAsync(row => (DateTimeOffset?)row.At, Cancelled);
        var series = await db.Series.MinAsync(row => row.NextAt, Cancelled);
        var mail = await db.Mail.MinAsync(row => row.NextAt, Cancelled);
        return new[] { due, series, mail }.Min();
    }
}
