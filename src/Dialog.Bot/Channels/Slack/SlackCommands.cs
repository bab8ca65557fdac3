using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary><c>/dialog</c> and what is written after it. The answer is computed in the request and seen by the person alone.</summary>
internal sealed partial class SlackCommands(Glances glances, SlackMentions mentions, SlackAsking asking, SlackTurns turns, Organisation organisation, TimeProvider time)
{
    public async Task<JsonNode?> AnswerAsync(IReadOnlyDictionary<string, string> form, SlackSender sender)
    {
        var glance = await glances.FindAsync(sender.Address, CancellationToken.None);
        var texts = SurfaceTexts.For(glance?.Language ?? organisation.Language);
        var command = form.GetValueOrDefault("command", "/dialog");
        var text = form.GetValueOrDefault("text", "").Trim();
        var (verb, rest) = text.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var others] ? (first, others) : (text, "");
        var key = $"slack:command:{sender.Workspace}:{sender.User}:{form.GetValueOrDefault("trigger_id")}";
        var answer = verb.ToLowerInvariant() switch
        {
            "" or "hjälp" or "help" => texts.CommandHelp(command),
            "mina" or "mine" => glance is null ? texts.NoOpenQuestions : Mine(glance, texts),
            "status" => glance is null ? texts.NoOpenQuestions : Status(glance, texts),
            "fråga" or "ask" => await AskAsync(glance, sender, rest, command, key, texts),
            "språk" or "language" => await LanguageAsync(sender, rest, command, key, texts),
            _ => await SayAsync(sender, await ReadAsync(sender, text), key, texts),
        };
        return ToCaller(answer);
    }

    /// <summary>Whom the bot is for.</summary>
    public JsonNode AnswerGuest() => ToCaller(SurfaceTexts.For(organisation.Language).Outsider(organisation.Name));

    /// <summary>Shown literally; <c>text</c> is what notifications and screen readers tell.</summary>
    private static JsonObject ToCaller(string text) => new() { ["response_type"] = "ephemeral", ["text"] = SlackText.Escape(text), ["blocks"] = new JsonArray([.. Pieces.Of(text, SlackBlocks.MostSection).Select(piece => SlackBlocks.Section(piece))]) };

    private async Task<string> AskAsync(Glance? glance, SlackSender sender, string rest, string command, string key, SurfaceTexts texts)
    {
        if (glance is not { IsEditor: true })
        {
            return texts.EditorsOnly;
        }

        if (Question().Match(rest) is not { Success: true } read || Clean.Text(await ReadAsync(sender, read.Groups["topic"].Value)) is not { Length: > 0 and <= ChatAsking.MostTopic } topic)
        {
            return texts.AskHelp(command);
        }

        var words = read.Groups["day"].Value.Trim();
        var day = words.Length == 0 ? null : DeadlineWords.Read(words, asking.Today);
        if (words.Length > 0 && day is null)
        {
            return texts.NoSuchDay(SlackText.Read(words, mentions.None));
        }

        if (day < asking.Today)
        {
            return texts.Past;
        }

        var user = read.Groups["user"].Value;
        if (!await asking.IsPersonAsync(sender, user))
        {
            return texts.NotAPerson;
        }

        var name = await asking.AskAsync(glance, sender, user, new ChatQuestion(topic, Brief: null, day, Outlets: []), key);
        return texts.Asked(name ?? $"@{read.Groups["name"].Value}", topic, day);
    }

    private async ValueTask<string> ReadAsync(SlackSender sender, string text) => SlackText.Read(text, await mentions.OfAsync(sender.Workspace, text, sender.BotUsers));

    private async Task<string> LanguageAsync(SlackSender sender, string rest, string command, string key, SurfaceTexts texts)
    {
        var wanted = rest.ToLowerInvariant() switch
        {
            "svenska" or "sv" or "swedish" => "svenska",
            "engelska" or "en" or "english" => "english",
            _ => null,
        };
        return wanted is null ? texts.LanguageHelp(command) : await SayAsync(sender, wanted, key, SurfaceTexts.For(wanted == "english" ? "en" : "sv"));
    }

    /// <summary>The same as saying it in the direct message.</summary>
    private async Task<string> SayAsync(SlackSender sender, string text, string key, SurfaceTexts texts)
    {
        await turns.TakeAsync(new Arrival(sender.Address, new Room(null), new Incoming.Said(text, key) { Key = key, At = time.GetUtcNow() }) { OutsideThreads = true });
        return texts.InDirectMessage;
    }

    private static string Mine(Glance glance, SurfaceTexts texts)
    {
        var lines = new StringBuilder().AppendLine(texts.OpenQuestions);
        var open = glance.Open.ToList();
        lines.AppendJoin('\n', open.Count == 0 ? [texts.NoOpenQuestions] : open.Select(item => $"• {item.Topic}"));
        var drafts = glance.Items.Where(item => !item.Drafts.IsEmpty).ToList();
        return (drafts.Count == 0 ? lines : lines.Append("\n\n").AppendLine(texts.Drafts).AppendJoin('\n', drafts.Select(item => $"• {item.Topic} ({item.Drafts.Count})"))).ToString();
    }

    private static string Status(Glance glance, SurfaceTexts texts)
    {
        var talks = glance.Talk?.Interviews.Where(interview => interview.State is InterviewState.Offered or InterviewState.Open or InterviewState.Paused).ToList() ?? [];
        return talks.Count == 0 ? texts.NoOpenQuestions : string.Join('\n', talks.Select(talk => texts.Progress(talk.Assignment.Topic, Agenda.Left(talk))));
    }

    /// <summary>A person as Slack escapes them, the question in quotes or up to "senast", and a day. Behind the quotes the day may be told of in more ways.</summary>
    [GeneratedRegex("""^<@(?<user>[UW][A-Z0-9]+)(?:\|(?<name>[^>]*))?>\s+(?:["”“'](?<topic>.+)["”“'],?(?:\s+(?:senast|före|innan|till|på|before|by|until|due|on)\s+(?<day>[^"”“]+))?|(?<topic>.+?)(?:\s+(?:senast|before|by)\s+(?<day>[^"”“]+))?)$""", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();
}
