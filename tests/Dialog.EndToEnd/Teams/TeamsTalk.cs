using Dialog.EndToEnd.Interviews;

namespace Dialog.EndToEnd.Teams;

internal sealed class TeamsTalk(FakeTeams teams, TeamsSender person) : ITalk
{
    private int _heard;

    public Task SayAsync(string text) => person.SayAsync(text);

    public async Task<string> HearAsync() => (await teams.WaitForMessageAsync(person.Conversation, skip: _heard++)).Text;
}
