using System.Net;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>A question that went to somebody else by mistake goes back.</summary>
public sealed class ReassignTests : EditorTests
{
    [Theory]
    [InlineData("sv", "Frågan går till Åsa Ny i stället för Mattias Jansson.", "Ångra")]
    [InlineData("en", "The question goes to Åsa Ny instead of Mattias Jansson.", "Undo")]
    public async Task Undone_it_is_asked_of_the_first_one_again_once_and_the_other_is_told(string language, string said, string undo)
    {
        var (asked, order) = await AskAsync();
        var (other, _) = await Site.AddOnTheWebAsync("Åsa Ny");
        var there = await SendAsync(order, ("action", "reassign"), ("person", other));
        Assert.Equal(AssignmentState.Cancelled, await StateAsync(order));
        var page = await GetAsync($"{there}&lang={language}");
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($">{undo}</button>", page, StringComparison.Ordinal);

        var (instead, told) = (there.Split('/', '?')[2], await HeardAsync(asked));
        Assert.Equal($"/assignments/{order}", await SendAsync(instead, ("action", "put-back"), ("from", order)));
        Assert.Equal((AssignmentState.Assigned, AssignmentState.Cancelled), (await StateAsync(order), await StateAsync(instead)));
        Assert.Contains("någon annan", (await HeardAsync(other))[^1], StringComparison.Ordinal);
        var heard = await HeardAsync(asked);
        Assert.Equal(told.Count + 1, heard.Count);

        Assert.Equal($"/assignments/{order}", await SendAsync(instead, ("action", "put-back"), ("from", order)));
        Assert.Equal(heard, await HeardAsync(asked));
        Assert.DoesNotContain(said, await GetAsync($"{there}&lang={language}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_answered_meanwhile_has_answered()
    {
        var (_, order) = await AskAsync();
        var (other, user) = await Site.AddOnTheWebAsync("Åsa Ny");
        var there = await SendAsync(order, ("action", "reassign"), ("person", other));
        await Site.Services.GetRequiredService<TurnRunner>().TakeAsync(new Arrival(new(Address.Web, Address.Web, user), new(user), new Incoming.Said("nej tack", "said") { Key = "said", At = TimeProvider.System.GetUtcNow() }), Cancelled);
        var instead = there.Split('/', '?')[2];
        Assert.Equal(AssignmentState.Declined, await StateAsync(instead));

        Assert.Equal($"/assignments/{instead}", await SendAsync(instead, ("action", "put-back"), ("from", order)));
        Assert.Equal((AssignmentState.Cancelled, AssignmentState.Declined), (await StateAsync(order), await StateAsync(instead)));
        Assert.DoesNotContain("value=\"put-back\"", await GetAsync(there), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_other_was_asked_already_only_the_first_one_is_asked_again()
    {
        var (_, order) = await AskAsync();
        var (other, _) = await Site.AddOnTheWebAsync("Åsa Ny");
        var also = (await SendAsync(order, ("action", "also"), ("person", other))).Split('/')[2];
        var there = await SendAsync(order, ("action", "reassign"), ("person", other));
        Assert.StartsWith($"/assignments/{also}?", there, StringComparison.Ordinal);

        var undo = (await GetAsync(there)).Split("class=\"said\"")[1].Split("</form>")[0];
        Assert.Contains($"action=\"assignments/{order}/action\"", undo, StringComparison.Ordinal);
        await SendAsync(order, ("action", undo.Split("name=\"action\" value=\"")[1].Split('"')[0]));
        Assert.Equal((AssignmentState.Assigned, AssignmentState.Assigned), (await StateAsync(order), await StateAsync(also)));
    }

    private async Task<(string Person, string Order)> AskAsync()
    {
        var (asked, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var order = House.Assignment(asked);
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
        return (asked, order.Id);
    }

    /// <summary>Where the answer leads.</summary>
    private async Task<string> SendAsync(string assignment, params (string, string)[] fields)
    {
        var token = Forms.TokenOf(await GetAsync("/people"));
        using var answer = await PostAsync($"/assignments/{assignment}/action", fields.Prepend(("__RequestVerificationToken", token)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<AssignmentState> StateAsync(string assignment)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        return (await db.Assignments.SingleAsync(row => row.Id == assignment, Cancelled)).State;
    }

    private async Task<List<string>> HeardAsync(string person)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        return await db.Messages.Where(message => message.PersonId == person && !message.Incoming).OrderBy(message => message.Seq).Select(message => message.Text).ToListAsync(Cancelled);
    }
}
