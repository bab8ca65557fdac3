using System.Net;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Review;

/// <summary>Drafts are read where the approver is: in Slack, with a form for the reason, by the named approvers only.</summary>
public sealed class SlackReviewTests(ReviewWorld world) : IClassFixture<ReviewWorld>
{
    [Fact]
    public async Task Changes_are_requested_in_a_form_and_the_card_turns_into_its_outcome()
    {
        var (approver, editor, card, assignment) = await AskedAsync("U0FORM");
        Assert.DoesNotContain((await CardAsync(editor)).Buttons, button => button.Label == "Godkänn");
        var form = await world.Slack.WaitForViewAsync(await approver.ClickForFormAsync(card, Button(card, "Be om ändring")));

        var empty = await approver.SubmitAsync(form, Reason(null));
        Assert.Equal("Skriv något här.", empty.GetProperty("errors").GetProperty("reason").GetString());
        var forged = await world.Person.SubmitAsync(form, Reason("Släng alltihop."));
        Assert.StartsWith("Det går inte att ändra längre", forged.GetProperty("errors").GetProperty("reason").GetString(), StringComparison.Ordinal);

        await approver.SubmitAsync(form, Reason("Fel år, <!channel>."));
        var outcome = await world.Slack.WaitForUpdateAsync(approver.Channel);
        Assert.Equal("→ Ändring begärd av Anna Approver: Fel år, <!channel>.", outcome.Blocks!.Value.EnumerateArray().Last().GetProperty("elements")[0].GetProperty("text").GetString());
        Assert.Empty(outcome.Buttons);
        Assert.All(await world.Program.Api.DraftsAsync(assignment), draft => Assert.Equal("changesRequested", draft.GetProperty("status").GetString()));

        var late = await approver.SubmitAsync(form, Reason("En gång till."));
        Assert.Equal("errors", late.GetProperty("response_action").GetString());
    }

    [Fact]
    public async Task Where_no_form_opens_the_reason_is_asked_for_in_the_talk()
    {
        var (approver, _, card, assignment) = await AskedAsync("U0TALK");
        world.Slack.Faults.Next("views.open", new Fault.Refuses("expired_trigger_id"));

        await (await approver.ClickAsync(card, Button(card, "Be om ändring"))).AssertAsync(HttpStatusCode.OK);
        await world.Slack.WaitForMessageAsync(approver.Channel, post => post.Text.StartsWith("Vad behöver ändras?", StringComparison.Ordinal));
        await approver.SayAsync("Fel år.");

        await world.Slack.WaitForUpdateAsync(approver.Channel);
        Assert.All(await world.Program.Api.DraftsAsync(assignment), draft => Assert.Equal("changesRequested", draft.GetProperty("status").GetString()));
    }

    private static object Reason(string? text) => new { reason = new { value = new { type = "plain_text_input", value = text } } };

    private static SlackButton Button(SlackPost card, string label) => card.Buttons.Single(button => button.Label == label);

    private Task<SlackPost> CardAsync(SlackSender reader) => world.Slack.WaitForMessageAsync(reader.Channel, post => post.Buttons.Any(button => button.Label == "Be om ändring"));

    /// <summary>An approver and an editor with the review request of a finished interview.</summary>
    private async Task<(SlackSender Approver, SlackSender Editor, SlackPost Card, string Assignment)> AskedAsync(string prefix)
    {
        SlackSender Member(string number) => new(world.Slack, world.Program, prefix + number);
        var (approver, editor) = (Member("001"), Member("002"));
        await world.Program.Api.AddStaffAsync("Anna Approver", "approver", "slack", FakeSlack.Team, approver.User);
        await world.Program.Api.AddStaffAsync("Ed Editor", "editor", "slack", FakeSlack.Team, editor.User);
        var assignment = await world.FinishAsync(Member("003"));
        return (approver, editor, await CardAsync(approver), assignment);
    }
}
