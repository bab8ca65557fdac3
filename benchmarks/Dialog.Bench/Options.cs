using System.Globalization;

namespace Dialog.Bench;

/// <summary>What is measured.</summary>
/// <param name="Program">The built Dialog.Bot.dll.</param>
/// <param name="Seconds">Length of a round.</param>
/// <param name="Connections">Requests at the same time.</param>
/// <param name="Conversations">People who write.</param>
/// <param name="Starts">How often the start is timed.</param>
/// <param name="Assignments">Assignments in the store of the desk.</param>
/// <param name="Teams">They write in Teams, otherwise in Slack.</param>
internal sealed record Options(string Program, int Seconds, int Connections, int Conversations, int Starts, int Assignments, bool Teams)
{
    /// <summary>What they do, one after the other.</summary>
    public IRequests Requests(Sink sink) => Teams ? new TeamsActivity(Conversations, sink.ServiceUrl) : new SlackEvent(Conversations);

    public static Options Read(string[] args)
    {
        int Value(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var quick = args.Contains("--quick");
        return new Options(args[0], Value("--seconds", quick ? 3 : 10), Value("--connections", 16), Value("--conversations", 10_000), Value("--starts", quick ? 2 : 5), Value("--assignments", 100_000), args.Contains("--teams"));
    }
}
