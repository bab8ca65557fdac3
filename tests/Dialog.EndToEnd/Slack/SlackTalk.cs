using Dialog.EndToEnd.Interviews;

namespace Dialog.EndToEnd.Slack;

internal sealed class SlackTalk(FakeSlack slack, SlackSender person) : ITalk
{
    private int _heard;

    public Task SayAsync(string text) => person.SayAsync(text);

    public async Task<string> HearAsync() => (await slack.WaitForMessageAsync(person.Channel, skip: _heard++)).Text;
}
