using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Readers' words: kept without who they are, grouped, put to the person once, and followed by a text of its own. On SQLite and PostgreSQL alike.</summary>
public sealed class ReaderBookTests
{
    private static readonly string[] Said = ["Bussarna går för sällan på kvällen.", "Var är papperskorgarna?", "På kvällen står man och väntar.", "Ring Anna Berg på 070-174 06 99, Mattias!"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_readers_say_is_kept_without_who_they_are_in_groups_and_the_same_again_changes_nothing()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        await AddAsync(house, assignment);
        await AddAsync(house, assignment);

        var readers = (await Book(house).ReadAsync(assignment, Stop))!;
        var group = Assert.Single(readers.Groups);
        Assert.Equal(("kvällen", true), (group.Called, group.Automatic));
        Assert.Equal([Said[0], Said[2]], group.Reactions.Select(reaction => reaction.Text));
        Assert.Equal([Said[1], "Ring [namn 1] på [telefon 1], Mattias!"], readers.Alone.Select(reaction => reaction.Text));
        Assert.DoesNotContain(await HeardAsync(house), text => text.Contains("kvällen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_editor_moves_merges_names_and_sets_aside_and_can_go_back()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        await AddAsync(house, assignment);
        var before = (await Book(house).ReadAsync(assignment, Stop))!;
        var (first, alone) = (before.Groups[0].Id, before.Alone[0].Id);

        var made = (await Book(house).MoveAsync(assignment, [alone, before.Groups[0].Reactions[0].Id], ReaderBook.NewGroup, Stop))!;
        Assert.True(await Book(house).RenameAsync(made, "papper: och kväll", Stop));
        Assert.True(await Book(house).MergeAsync(first, made, Stop));
        var merged = Assert.Single((await ReadAsync()).Groups);
        Assert.Equal(("papper: och kväll", false, 3), (merged.Called, merged.Automatic, merged.Reactions.Count));

        Assert.True(await Book(house).MoveBackAsync(assignment, first, Stop));
        Assert.Equal(2, (await ReadAsync()).Groups.Count);
        Assert.True(await Book(house).SetAsideAsync(first, aside: true, Stop));
        await Book(house).AddAsync(assignment, [new Reaction("late-000", "Kvällen igen.", null, null)], Stop);
        Assert.DoesNotContain((await ReadAsync()).Groups.Single(group => group.Id == first).Reactions, reaction => reaction.Text == "Kvällen igen.");
        Assert.True(await Book(house).SetAsideAsync(first, aside: false, Stop));
        Assert.False(await Book(house).RenameAsync("nothing", "x", Stop));
        Assert.Null(await Book(house).MoveAsync(assignment, [alone], "nothing", Stop));

        Assert.Equal(1, await Book(house).TakeAwayAsync(assignment, "late-", Stop));
        Assert.Equal(4, (await ReadAsync()).All.Count());

        async Task<Readers> ReadAsync() => (await Book(house).ReadAsync(assignment, Stop))!;
    }

    [Fact]
    public async Task A_group_is_put_once_and_the_answer_becomes_a_text_that_follows_the_first()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        await AddAsync(house, assignment);
        var group = (await Book(house).ReadAsync(assignment, Stop))!.Groups[0].Id;

        var reply = (await Book(house).AskAsync(group, "bussarna går för sällan på kvällen", topic: null, Stop))!;
        Assert.Equal(reply, await Book(house).AskAsync(group, claim: null, topic: null, Stop));
        Assert.Null(await Book(house).MoveAsync(assignment, ["b-000"], ReaderBook.NewGroup, Stop));
        Assert.Contains("Hej Mattias! Apropå ”Varför twittrar kommunchefen?”: Flera läsare skriver att bussarna går för sällan på kvällen. Vad svarar du dem?", await HeardAsync(house));

        await house.SayAsync("Det stämmer. Från augusti går den sista bussen klockan elva varje kväll.", "reply/1");
        await house.SayAsync("klar", "reply/2");

        await using var db = house.OpenStore();
        var row = await db.Assignments.SingleAsync(a => a.Id == reply, Stop);
        Assert.Equal((assignment, "Svar till läsarna: Varför twittrar kommunchefen?", AssignmentState.Submitted), (row.ReplyTo, row.Topic, row.State));
        Assert.Equal(reply, (await db.ReactionGroups.SingleAsync(Stop)).AskedIn);
        Assert.Contains("klockan elva varje kväll", StateJson.Read<Draft>((await db.Drafts.SingleAsync(d => d.Id == $"{reply}-web", Stop)).Body).Text, StringComparison.Ordinal);
        await house.ReviewAsync($"{reply}-web", ReviewAction.Approve);
        await house.ReviewAsync($"{reply}-web", ReviewAction.Publish);
        Assert.Equal(AssignmentState.Submitted, (await Book(house).ReadAsync(assignment, Stop))!.Groups[0].State);
    }

    [Fact]
    public async Task Words_that_come_one_by_one_are_asked_about_in_the_talk_until_something_is_published_and_then_as_one_reply_at_a_time()
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync();
        await Book(house).AddAsync(assignment, new Reaction("r1", "Varför just nu?", "Facebook", null), Asking.Always, Stop);
        Assert.Contains(await HeardAsync(house), text => text.Contains("”Varför just nu?”", StringComparison.Ordinal));
        await house.SayAsync("hoppa över", "r1/1");
        await PublishAsync(house, assignment);

        await Book(house).AddAsync(assignment, new Reaction("r2", "Kvällarna är värst.", null, null), Asking.InTalk, Stop);
        Assert.DoesNotContain(await HeardAsync(house), text => text.Contains("Kvällarna", StringComparison.Ordinal));
        await Book(house).AddAsync(assignment, new Reaction("r3", "Och parkeringen?", null, null), Asking.Always, Stop);
        await Book(house).AddAsync(assignment, new Reaction("r4", "Och cykelbanan?", null, null), Asking.Always, Stop);

        var heard = await HeardAsync(house);
        Assert.Single(heard, text => text.Contains("En läsare skriver: ”Och parkeringen?” Vad svarar du?", StringComparison.Ordinal));
        Assert.DoesNotContain(heard, text => text.Contains("cykelbanan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_put_before_something_is_published()
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync();
        await AddAsync(house, assignment);

        Assert.Null(await Book(house).AskAsync((await Book(house).ReadAsync(assignment, Stop))!.Groups[0].Id, null, null, Stop));
        Assert.False(await Book(house).AddAsync("nothing", [new Reaction("x", "y", null, null)], Stop));
    }

    [Fact]
    public async Task What_was_said_before_is_the_persons_own_published_words_on_the_same_and_nobody_elses()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        var other = await house.AddPersonAsync("U2");

        Assert.Equal(["Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet."], await EarlierAsync(PersonOf(), "Varför går bussarna sent till jobbet?"));
        Assert.Empty(await EarlierAsync(PersonOf(), "Varför målas skolan om?"));
        Assert.Empty(await EarlierAsync(other.Id, "Varför går bussarna sent till jobbet?"));

        var next = House.Assignment(PersonOf()) with { Topic = "Varför fastnade bussarna i februari?" };
        await house.Assignments.OpenAsync(next, requestKey: null, Stop);
        Assert.Contains(await HeardAsync(house), text => text.StartsWith("Du har svarat om något liknande, 5 februari 2027: ”Vi gör det eftersom bussarna", StringComparison.Ordinal));
        await house.SayAsync("vad sa jag förra gången", "before");
        Assert.Contains(await HeardAsync(house), text => text.StartsWith("Det här har du sagt tidigare:\n· 5 februari 2027", StringComparison.Ordinal));

        await house.PersonalData.EraseAsync(PersonOf(), Stop);
        Assert.Empty(await EarlierAsync("gone", "Varför går bussarna sent till jobbet?"));

        string PersonOf()
        {
            using var db = house.OpenStore();
            return db.Assignments.Where(a => a.Id == assignment).Select(a => a.PersonId).Single();
        }

        async Task<IEnumerable<string>> EarlierAsync(string person, string about) =>
            (await house.Database.ReadAsync((session, token) => EarlierTexts.ReadAsync(session, person, about, token), Stop)).Select(earlier => earlier.Quote);
    }

    [Fact]
    public async Task Comments_are_told_with_the_passage_kept_and_gone_with_who_they_are_about()
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync();
        var eva = (await house.AddPersonAsync("U9", "editor")).Id;
        var comments = house.Services.GetRequiredService<CommentBook>();
        var draft = $"{assignment}-web";
        Assert.True(await comments.AddAsync("c1", draft, new Anchor("bussarna fastnade", "", ""), "Vilka bussar?", eva, Stop));
        Assert.True(await comments.AddAsync("c1", draft, new Anchor("bussarna fastnade", "", ""), "Vilka bussar?", eva, Stop));
        Assert.True(await comments.ReplyAsync("c2", "c1", "Linje 3.", by: null, Stop));
        Assert.True(await comments.AddAsync("c3", draft, new Anchor("februari", "", ""), "Stämmer det?", eva, Stop));
        Assert.True(await comments.ResolveAsync("c3", resolved: true, eva, Stop));
        Assert.False(await comments.ReplyAsync("c4", "c2", "Svar på svar.", eva, Stop));
        Assert.False(await comments.AddAsync("c5", "nothing", new Anchor("x", "", ""), "y", eva, Stop));

        await house.ReviewAsync(draft, ReviewAction.RequestChanges, "Se kommentaren.");
        Assert.Single(await HeardAsync(house), text => text.StartsWith("Redaktionen om ”bussarna fastnade” (", StringComparison.Ordinal) && text.EndsWith(": Vilka bussar? Vill du ändra ditt svar?", StringComparison.Ordinal));

        await using var db = house.OpenStore();
        var kept = await ReviewFiles.CommentsAsync(db, assignment, Stop);
        Assert.Equal([("c1", true, false), ("c2", false, false), ("c3", false, true)], kept.Select(comment => (comment.Id, comment.ToldAt is not null, comment.ResolvedAt is not null)).Order());
        Assert.Equal(["comment", "comment", "comment", "comment", "resolve"], await db.Audit.Where(a => a.Kind == "comment").OrderBy(a => a.Seq).Select(a => a.Action).ToListAsync(Stop));

        await house.PersonalData.EraseAsync(eva, Stop);
        Assert.All(await ReviewFiles.CommentsAsync(db, assignment, Stop), comment => Assert.Null(comment.By));
        await house.PersonalData.EraseAsync(await db.Assignments.Where(a => a.Id == assignment).Select(a => a.PersonId).SingleAsync(Stop), Stop);
        Assert.False(await db.Comments.AnyAsync(Stop));
    }

    private static ReaderBook Book(House house) => house.Services.GetRequiredService<ReaderBook>();

    private static async Task AddAsync(House house, string assignment) =>
        Assert.True(await Book(house).AddAsync(assignment, [.. Said.Select((text, number) => new Reaction($"b-{number:000}", text, "Facebook", null))], Stop));

    private static async Task<string> PublishedAsync(House house)
    {
        var assignment = await house.InterviewedAsync();
        await PublishAsync(house, assignment);
        return assignment;
    }

    private static async Task PublishAsync(House house, string assignment)
    {
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve);
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Publish);
    }

    /// <summary>What the bot has said.</summary>
    private static async Task<List<string>> HeardAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Messages.Where(message => !message.Incoming).OrderBy(message => message.Seq).Select(message => message.Text).ToListAsync(Stop);
    }
}
