using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Slack;

/// <summary>An editor asks somebody a question from Slack: by command or by form, the same assignment.</summary>
internal sealed class SlackAsking(ChatAsking asking, PeopleBook book, SlackPeople people, SlackInstalls installs)
{
    /// <inheritdoc cref="ChatAsking.Today"/>
    public DateOnly Today => asking.Today;

    /// <summary>Neither Slack's own bot nor this one.</summary>
    public async Task<bool> IsPersonAsync(SlackSender editor, string user) =>
        user is ['U' or 'W', ..] and not "USLACKBOT" && (await installs.FindAsync(editor.Workspace, CancellationToken.None) is not { } workspace || SlackInstalls.Read(workspace).BotUser != user);

    /// <summary>Asks whoever was chosen, known or not. Answers the person's name, if it is known.</summary>
    public async Task<string?> AskAsync(Glance editor, SlackSender sender, string user, ChatQuestion wanted, string key, string? deputy = null)
    {
        var person = await MeetAsync(sender, user);
        wanted = deputy is null ? wanted : wanted with { DeputyId = (await MeetAsync(sender, deputy)).Id };
        await asking.AskAsync(editor, Address.Slack, (person.Id, person.Language), wanted, key);
        return person.Name;
    }

    /// <summary>Somebody new is known in their own language, if Slack tells it soon.</summary>
    private async Task<(string Id, string Language, string? Name)> MeetAsync(SlackSender sender, string user)
    {
        var address = sender.Address with { User = user };
        var person = await book.FindOrAddAsync(address, CancellationToken.None);
        if (!person.LanguageAssumed)
        {
            people.Meet(address);
        }
        else if (await people.GetToKnowAsync(address))
        {
            person = await book.FindOrAddAsync(address, CancellationToken.None);
        }

        return (person.Id, person.Language, person.Name);
    }
}
