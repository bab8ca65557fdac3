using System.Net;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

/// <summary>What people do in Slack beside writing: their page, forms, commands, calling the bot in a channel.</summary>
public sealed class SlackSurfaceTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    private const string Answer = "Kommunikation handlar om möten. I sociala medier möts vi, och i mötet utvecklar vi våra tankar om vad Katrineholm ska vara för alla som bor här.";

    [Fact]
    public async Task The_page_shows_what_is_the_persons_own_and_follows_what_happens()
    {
        var (person, _, _) = await world.InterviewedAsync();
        await person.OpenHomeAsync();
        var page = await world.Slack.WaitForViewAsync(person.User);
        Assert.Contains("Varför twittrar kommunchefen?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mina frågor", page.Text, StringComparison.Ordinal);

        await person.SayAsync("ja");
        await person.SayAsync(Answer);
        await person.SayAsync("klar");

        await world.Slack.WaitForViewAsync(person.User, view => view.Text.Contains("I sociala medier möts vi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_changed_in_a_form()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        await person.SayAsync("ja");
        await person.SayAsync(Answer);
        await person.SayAsync("klar");
        await person.OpenHomeAsync();
        var page = await world.Slack.WaitForViewAsync(person.User, view => view.Buttons.Any(button => button.ActionId == "home.edit-answer"));

        var trigger = await person.PressHomeAsync(page.Buttons.First(button => button.ActionId == "home.edit-answer"));
        var form = await world.Slack.WaitForViewAsync(trigger);
        Assert.Contains("I sociala medier möts vi", form.Text, StringComparison.Ordinal);

        var empty = await person.SubmitAsync(form, new { text = new { value = new { type = "plain_text_input", value = (string?)null } } });
        Assert.Equal("Skriv något här.", empty.GetProperty("errors").GetProperty("text").GetString());

        await person.SubmitAsync(form, new { text = new { value = new { type = "plain_text_input", value = "Möten, helt enkelt. Där prövas det jag tror på." } } });
        Assert.Equal("Möten, helt enkelt. Där prövas det jag tror på.", (await world.Program.Api.AnswersAsync(assignment))["what"]);
    }

    [Fact]
    public async Task An_edited_message_gets_a_mark_and_a_deleted_one_a_word()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        await person.SayAsync("ja");
        var said = person.Message(Answer);
        await (await person.DeliverAsync(said)).AssertAsync(HttpStatusCode.OK);
        var ts = SlackSender.TsOf(said);
        await person.SayAsync("klar");

        await (await person.DeliverAsync(person.Edit(ts, Answer, Answer + " Så är det."))).AssertAsync(HttpStatusCode.OK);
        await world.Slack.WaitForMarkAsync(person.Channel, ts, "pencil2");
        await (await person.DeliverAsync(person.Edit(ts, Answer + " Så är det.", Answer + " Precis så är det."))).AssertAsync(HttpStatusCode.OK);
        await world.Slack.WaitForMarkAsync(person.Channel, ts, "two");
        Assert.EndsWith("Precis så är det.", (await world.Program.Api.AnswersAsync(assignment))["what"], StringComparison.Ordinal);

        await (await person.DeliverAsync(person.Edit(ts, Answer, Answer))).AssertAsync(HttpStatusCode.OK);
        await (await person.DeliverAsync(person.Deletion(ts, Answer))).AssertAsync(HttpStatusCode.OK);
        Assert.Contains("Borttaget", (await world.Slack.WaitForMessageAsync(person.Channel, post => post.Text.Contains("Borttaget", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        Assert.False((await world.Program.Api.AnswersAsync(assignment)).ContainsKey("what"));
    }

    [Fact]
    public async Task A_draft_is_changed_in_a_form_and_a_readers_words_are_added_to_the_talk()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        await person.SayAsync("ja");
        await person.SayAsync(Answer);
        await person.SayAsync("klar");
        foreach (var _ in Enumerable.Range(0, 12).TakeWhile(_ => world.Program.Api.DraftsAsync(assignment).GetAwaiter().GetResult().Count == 0))
        {
            await person.SayAsync("hoppa över");
        }

        await person.OpenHomeAsync();
        var page = await world.Slack.WaitForViewAsync(person.User, view => view.Buttons.Any(button => button.ActionId == "home.edit-draft"));
        var button = page.Buttons.First(other => other.ActionId == "home.edit-draft");
        var form = await world.Slack.WaitForViewAsync(await person.PressHomeAsync(button));
        var second = await world.Slack.WaitForViewAsync(await person.PressHomeAsync(button));

        await person.SubmitAsync(form, new { text = new { value = new { type = "plain_text_input", value = "Möten, helt enkelt." } } });
        Assert.Contains(await world.Program.Api.DraftsAsync(assignment), draft => draft.GetProperty("id").GetString() == button.Value && draft.GetProperty("text").GetString() == "Möten, helt enkelt.");

        var stale = await person.SubmitAsync(second, new { text = new { value = new { type = "plain_text_input", value = "En gång till." } } });
        Assert.Equal("errors", stale.GetProperty("response_action").GetString());

        var reaction = await world.Slack.WaitForViewAsync(await person.ShortcutAsync("reaction.add", new { type = "message", user = "U0READER01", ts = "1.1", text = "Bra att ni &lt;lyssnar&gt;!" }));
        Assert.Contains("Bra att ni <lyssnar>!", reaction.Text, StringComparison.Ordinal);
        await person.SubmitAsync(reaction, new
        {
            topic = new { value = new { type = "static_select", selected_option = new { value = assignment } } },
            text = new { value = new { type = "plain_text_input", value = "Bra att ni <lyssnar>!" } },
            source = new { value = new { type = "plain_text_input", value = "Slack" } },
        });
        await world.Slack.WaitForMessageAsync(person.Channel, post => post.PlainText.Contains("Bra att ni <lyssnar>!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Called_in_a_channel_the_bot_answers_in_the_thread_once_and_goes_on_in_private()
    {
        var person = world.Stranger();
        var channel = world.Slack.AddGroup("C0GENERAL1");
        var (message, mention, ts) = person.Mention(channel, "jag vill skriva om lekplatsen");

        await (await person.DeliverAsync(mention)).AssertAsync(HttpStatusCode.OK);
        await (await person.DeliverAsync(message)).AssertAsync(HttpStatusCode.OK);
        await world.Slack.WaitForMessageAsync(person.Channel);

        var reply = Assert.Single(world.Slack.BotPosts(channel), post => post.Thread == ts);
        Assert.Contains("direktmeddelande", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lekplatsen", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_in_a_thread_is_replied_to_there_until_they_write_outside_it()
    {
        var (person, _, opening) = await world.InterviewedAsync();
        await (await person.DeliverAsync(person.Message("ja", thread: opening.Ts))).AssertAsync(HttpStatusCode.OK);
        Assert.Equal(opening.Ts, (await world.Slack.WaitForMessageAsync(person.Channel, post => post.Text.Contains("Vad handlar det om?", StringComparison.Ordinal))).Thread);

        world.Slack.Faults.Next("chat.postMessage", new Fault.CutsAfterStoring());
        await (await person.DeliverAsync(person.Message(Answer, thread: opening.Ts))).AssertAsync(HttpStatusCode.OK);
        await (await person.DeliverAsync(person.Message("klar", thread: opening.Ts))).AssertAsync(HttpStatusCode.OK);
        var next = await world.Slack.WaitForMessageAsync(person.Channel, post => post.Thread == opening.Ts && post.Text.Contains("Varför", StringComparison.Ordinal));

        await person.SayAsync("status");
        await world.Slack.WaitForMessageAsync(person.Channel, post => post.Thread is null && string.CompareOrdinal(post.Ts, next.Ts) > 0);
        Assert.Single(world.Slack.BotPosts(person.Channel), post => post.Text == next.Text);
    }

    [Fact]
    public async Task In_a_thread_that_is_gone_the_conversation_goes_on_outside_it()
    {
        var (person, _, opening) = await world.InterviewedAsync();
        world.Slack.Faults.Next("chat.postMessage", new Fault.Refuses("thread_not_found"));
        await (await person.DeliverAsync(person.Message("ja", thread: opening.Ts))).AssertAsync(HttpStatusCode.OK);

        Assert.Null((await world.Slack.WaitForMessageAsync(person.Channel, post => post.Text.Contains("Vad handlar det om?", StringComparison.Ordinal))).Thread);
    }

    [Fact]
    public async Task An_editor_asks_a_colleague_by_command_and_nobody_else_can()
    {
        var editor = world.Stranger();
        var colleague = world.Stranger();
        await world.Program.Api.AddPersonAsync("slack", FakeSlack.Team, editor.User, "editor");

        var refused = await colleague.CommandAsync($"fråga <@{editor.User}|e> \"Varför?\"");
        var asked = await editor.CommandAsync($"fråga <@{colleague.User}|kim> \"Varför plogar vi skolvägarna först?\" senast fredag");

        Assert.Contains("Bara redaktörer", refused, StringComparison.Ordinal);
        Assert.Contains("Varför plogar vi skolvägarna först?", asked, StringComparison.Ordinal);
        Assert.Contains("fredag", asked, StringComparison.Ordinal);
        Assert.Contains("Varför plogar vi skolvägarna först?", (await world.Slack.WaitForMessageAsync(colleague.Channel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_told_whom_the_bot_is_for_and_not_read_until_the_desk_asks()
    {
        var guest = world.Stranger();
        world.Slack.Guests[guest.User] = true;
        await guest.SayAsync("hej");
        await world.Slack.WaitForMessageAsync(guest.Channel, post => post.Text.Contains("en bot som intervjuar medarbetare", StringComparison.Ordinal));

        await guest.SayAsync("jag vill skriva om vattentornet");
        Assert.Contains("en bot som intervjuar medarbetare", await guest.CommandAsync("status"), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Slack.BotPosts(guest.Channel), post => post.Text.Contains("vattentornet", StringComparison.Ordinal));

        var person = (await world.Program.Api.ListAsync("people")).Single(other => other.GetProperty("addresses")[0].GetProperty("user").GetString() == guest.User);
        await world.Program.Api.OpenAsync(new Interviews.SeedInterview().OrderFor(person.GetProperty("id").GetString()!));
        await world.Slack.WaitForMessageAsync(guest.Channel, post => post.Text.Contains("Passar det nu?", StringComparison.Ordinal));
        await guest.SayAsync("ja");
        await world.Slack.WaitForMessageAsync(guest.Channel, post => post.Text.Contains("Vad handlar det om?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hjälp", "/dialog mina")]
    [InlineData("mina", "Varför twittrar kommunchefen?")]
    [InlineData("status", "frågor kvar")]
    [InlineData("språk", "språk svenska")]
    [InlineData("språk engelska", "I answer in our direct message.")]
    public async Task A_command_is_answered_at_once(string command, string answer)
    {
        var (person, _, _) = await world.InterviewedAsync();

        Assert.Contains(answer, await person.CommandAsync(command), StringComparison.Ordinal);
    }
}
