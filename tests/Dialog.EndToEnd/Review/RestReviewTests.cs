using System.Net;
using System.Text.Json;

namespace Dialog.EndToEnd.Review;

public sealed class RestReviewTests(ReviewWorld world) : IClassFixture<ReviewWorld>
{
    [Fact]
    public async Task The_plain_way_from_review_to_publication()
    {
        Assert.Equal("inReview", (await world.ReadAsync("x")).GetProperty("status").GetString());
        Assert.Equal((409, "notApproved"), (await world.PostAsync("x", "published")).Outcome);
        Assert.Equal((200, "approved"), (await world.PostAsync("x", "approve", ifMatch: "\"1\"")).Outcome);

        var edited = await world.PatchAsync("x", "Jag arbetar för Katrineholm. Vad tycker du?", "\"1\"");
        Assert.Equal((200, "inReview"), edited.Outcome);
        Assert.Equal("\"2\"", edited.Tag);
        Assert.Equal((409, "notApproved"), (await world.PostAsync("x", "published", new { url = "https://example.com/1" })).Outcome);
        Assert.Equal((200, "approved"), (await world.PostAsync("x", "approve", ifMatch: edited.Tag)).Outcome);
        Assert.Equal((200, "published"), (await world.PostAsync("x", "published", new { url = "https://example.com/1" })).Outcome);
        Assert.Equal((409, "alreadyPublished"), (await world.PostAsync("x", "published")).Outcome);
    }

    [Fact]
    public async Task Who_read_an_older_revision_gets_412_and_nothing_changes()
    {
        Assert.Equal((200, "inReview"), (await world.PatchAsync("bluesky", "En ny text?", "\"1\"")).Outcome);
        foreach (var old in (string[])["\"1\"", "W/\"1\"", "\"0\"", "\"abc\"", "1", "\"1\", \"3\""])
        {
            Assert.Equal((412, "stale"), (await world.PatchAsync("bluesky", "Skriver över?", old)).Outcome);
            Assert.Equal((412, "stale"), (await world.PostAsync("bluesky", "approve", ifMatch: old)).Outcome);
        }

        var draft = await world.ReadAsync("bluesky");
        Assert.Equal(("En ny text?", "inReview", 2), (draft.GetProperty("text").GetString(), draft.GetProperty("status").GetString(), draft.GetProperty("revision").GetInt32()));
        Assert.Equal((200, "approved"), (await world.PostAsync("bluesky", "approve", ifMatch: "*")).Outcome);
    }

    [Fact]
    public async Task Two_editors_at_once_and_one_of_them_gets_412()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => world.PatchAsync("mastodon", $"Text nummer {number}?", "\"1\"")));

        Assert.Equal([200, 412, 412, 412, 412, 412], answers.Select(answer => (int)answer.Status).Order());
    }

    [Fact]
    public async Task Changes_are_requested_with_a_reason()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await world.PostAsync("threads", "request-changes", new { comment = " " })).Status);
        Assert.Equal((200, "changesRequested"), (await world.PostAsync("threads", "request-changes", new { comment = "Fel år" })).Outcome);
        Assert.Equal((200, "inReview"), (await world.PatchAsync("threads", "Rätt år?")).Outcome);
    }

    [Fact]
    public async Task A_named_person_does_through_the_desk_what_that_persons_roles_allow()
    {
        var approver = await world.Program.Api.AddStaffAsync("Anna Ek", "approver", "web", "web", "anna-ek");
        var stranger = await world.Program.Api.AddStaffAsync("Bo Ek", "respondent", "web", "web", "bo-ek");
        using var assignment = await world.Program.Api.GetAsync($"assignments/{world.Assignment}");
        var respondent = JsonSerializer.Deserialize<JsonElement>(await assignment.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("personId").GetString();

        foreach (var nobody in (string?[])[stranger, respondent, "no-such-person"])
        {
            Assert.Equal((403, "notAllowed"), (await world.PostAsync("ad", "approve", new { by = nobody })).Outcome);
        }

        var approved = await world.PostAsync("ad", "approve", new { by = approver });
        Assert.Equal((200, "approved"), approved.Outcome);
        Assert.Equal(approver, approved.Body.GetProperty("verdicts")[0].GetProperty("by").GetProperty("personId").GetString());
        Assert.Equal((403, "notAllowed"), (await world.PostAsync("ad", "published", new { by = approver })).Outcome);
    }

    [Fact]
    public async Task A_severe_warning_stops_approval_until_it_is_accepted_with_a_reason()
    {
        Assert.Equal((200, "inReview"), (await world.PatchAsync("facebook", "Ring 121212-1212?")).Outcome);
        Assert.Equal((409, "openWarnings"), (await world.PostAsync("facebook", "approve")).Outcome);
        Assert.Equal((200, "inReview"), (await world.PostAsync("facebook", "accept-warnings", new { comment = "Påhittat" })).Outcome);
        Assert.Equal((200, "approved"), (await world.PostAsync("facebook", "approve")).Outcome);
    }

    [Fact]
    public async Task A_picture_without_licence_and_consent_stops_approval_until_it_is_completed_or_taken_away()
    {
        var person = new Slack.SlackSender(world.Slack, world.Program, "U0PICTURE1");
        var assignment = await world.FinishAsync(person);
        var (picture, approve) = ($"assignments/{assignment}/picture", $"drafts/{assignment}-x/approve");
        Assert.Equal(HttpStatusCode.OK, (await world.SendAsync(HttpMethod.Put, picture, new { altText = "En plog", photographer = "Eva Ek" })).Status);
        Assert.Equal((409, "pictureIncomplete"), (await world.SendAsync(HttpMethod.Post, approve)).Outcome);
        var warnings = (await world.SendAsync(HttpMethod.Get, $"drafts/{assignment}-x")).Body.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString());
        Assert.Equal(["no_licence", "no_consent"], warnings.Where(code => code is "no_photographer" or "no_licence" or "no_consent"));

        Assert.Equal(HttpStatusCode.OK, (await world.SendAsync(HttpMethod.Put, picture, new { altText = "En plog", photographer = "Eva Ek", licence = "egen bild", consent = "no" })).Status);
        Assert.Equal((409, "pictureRefused"), (await world.SendAsync(HttpMethod.Post, approve)).Outcome);
        foreach (var wrong in (object[])[new { consent = "maybe" }, new { licence = new string('a', 501) }, new { altText = new string('a', 1001) }])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await world.SendAsync(HttpMethod.Put, picture, wrong)).Status);
        }

        var whole = await world.SendAsync(HttpMethod.Put, picture, new { altText = "En plog", photographer = "Eva Ek", licence = "egen bild", consent = "notNeeded" });
        Assert.Equal("notNeeded", whole.Body.GetProperty("picture").GetProperty("consent").GetString());
        Assert.Equal((200, "approved"), (await world.SendAsync(HttpMethod.Post, approve)).Outcome);
        Assert.Equal(HttpStatusCode.OK, (await world.SendAsync(HttpMethod.Delete, picture)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.SendAsync(HttpMethod.Delete, "assignments/nothing/picture")).Status);
    }

    [Fact]
    public async Task The_history_keeps_every_revision_and_what_changed()
    {
        var first = (await world.ReadAsync("linkedin")).GetProperty("text").GetString()!;
        await world.PatchAsync("linkedin", first.Replace("möts", "ses", StringComparison.Ordinal));
        Assert.Equal((200, "inReview"), (await world.PostAsync("linkedin", "restore", new { revision = 1 })).Outcome);
        Assert.Equal(HttpStatusCode.NotFound, (await world.PostAsync("linkedin", "restore", new { revision = 17 })).Status);

        var history = await world.Program.Api.ListAsync($"drafts/{world.DraftId("linkedin")}/history");
        Assert.Equal(["composed", "staff", "restored"], history.Select(revision => revision.GetProperty("kind").GetString()));
        Assert.Equal(first, history[2].GetProperty("text").GetString());
        Assert.Contains(history[1].GetProperty("changes").EnumerateArray(), piece => piece.GetProperty("kind").GetString() == "added" && piece.GetProperty("text").GetString()!.Contains("ses", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("  \n ", 400)]
    public async Task An_empty_text_is_no_text(string text, int status) => Assert.Equal(status, (int)(await world.PatchAsync("instagram", text)).Status);

    [Fact]
    public async Task What_is_not_there_is_404_and_what_is_too_long_400()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await world.SendAsync(HttpMethod.Patch, "drafts/nothing-x", new { text = "Hej" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.SendAsync(HttpMethod.Post, "drafts/nothing-x/approve")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.SendAsync(HttpMethod.Post, "assignments/nothing/reactions", new { text = "Bra!" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.PatchAsync("instagram", new string('a', 20_001))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.PostAsync("instagram", "published", new { url = "javascript:alert(1)" })).Status);
    }

    [Fact]
    public async Task The_desks_approval_reaches_the_person_who_takes_the_text_back()
    {
        var approved = await world.PostAsync("web", "approve");
        Assert.Equal((200, "approved"), approved.Outcome);
        var look = await world.Slack.WaitForMessageAsync(world.Person.Channel, post => post.Buttons.Any(button => button.Label == "Dra tillbaka") && post.Text.Contains("Webbsidan", StringComparison.Ordinal));
        using var clicked = await world.Person.ClickAsync(look, look.Buttons.Single(button => button.Label == "Dra tillbaka"));

        Assert.Equal("withdrawn", (await world.ReadAsync("web")).GetProperty("status").GetString());
        Assert.Equal((409, "withdrawn"), (await world.PostAsync("web", "published")).Outcome);
    }

    [Fact]
    public async Task A_reaction_is_stored_and_asked_about()
    {
        var person = new Slack.SlackSender(world.Slack, world.Program, "U0READER01");
        var assignment = await world.FinishAsync(person);
        var answer = await world.SendAsync(HttpMethod.Post, $"assignments/{assignment}/reactions", new { text = "En chef ska leda, inte twittra.", source = "Facebook" });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        await world.Slack.WaitForMessageAsync(person.Channel, post => post.Text.Contains("En chef ska leda, inte twittra.", StringComparison.Ordinal));
    }
}
