using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Channels.Teams;

/// <summary>The dialog in which an answer is rewritten.</summary>
public sealed class TeamsDialogsTests
{
    [Theory]
    [InlineData(10_000, "continue")]
    [InlineData(10_001, "message")]
    public async Task An_answer_is_changed_in_a_dialog_that_holds_the_whole_of_it_or_not_at_all(int length, string type)
    {
        await using var house = await House.BuildAsync();
        var person = (await house.People.AddAsync("Anna Ek", null, ["respondent"], "sv", "Europe/Stockholm", [new Address(Address.Teams, "t1", "o1")], TestContext.Current.CancellationToken))!;
        var order = House.Assignment(person.Id);
        await house.Assignments.OpenAsync(order, requestKey: null, TestContext.Current.CancellationToken);
        await using (var db = house.OpenStore())
        {
            db.Add(new AnswerRow { AssignmentId = order.Id, Slot = Slot.What, Revision = 1, Text = new string('a', length), At = house.Clock.GetUtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var dialog = await ActivatorUtilities.CreateInstance<TeamsDialogs>(house.Services).FetchAsync(Press($"{order.Id}|What"), TestContext.Current.CancellationToken);

        Assert.Equal(type, (string?)dialog["task"]!["type"]);
        Assert.Equal(type == "continue" ? "sv" : null, (string?)(dialog["task"]!["value"] as System.Text.Json.Nodes.JsonObject)?["card"]!["content"]!["lang"]);
        Assert.Equal(type == "continue", dialog.ToJsonString().Contains(new string('a', length), StringComparison.Ordinal));
    }

    private static Activity Press(string which) => new()
    {
        Type = "invoke",
        ChannelId = "msteams",
        ConversationId = "c1",
        ConversationTenant = "t1",
        FromId = "29:o1",
        AadObjectId = "o1",
        Value = JsonSerializer.SerializeToElement(new { data = new { which } }),
    };
}
