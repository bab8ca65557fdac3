using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Interviews;

public sealed class SeedOverTeamsTests
{
    private const string ObjectId = "0d1a1060-aaaa-4bbb-8ccc-000000000001";

    [Fact]
    public async Task The_seeds_interview_over_Teams_gives_the_seeds_drafts()
    {
        var seed = new SeedInterview();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(teams.Settings);
        var person = new TeamsSender(teams, program, ObjectId);
        var talk = new TeamsTalk(teams, person);

        var personId = await program.Api.AddPersonAsync("teams", FakeTeams.Tenant, ObjectId);
        await person.InstallAsync();
        await talk.HearAsync();
        var assignment = await program.Api.OpenAsync(seed.OrderFor(personId));
        await talk.HearAsync();
        await talk.AnswerAsync(seed);

        var outcome = await Outcome.OfAsync(program, assignment);
        outcome.AssertAnswers(seed);
        outcome.AssertPromises(seed);
        outcome.AssertReferenceDrafts(seed);
        await program.StopCalmlyAsync();
    }
}
