using System.Text.Json;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Interviews;

/// <summary>Every message of an assignment in order, as the REST API tells it.</summary>
internal sealed record Transcript(IReadOnlyList<JsonElement> Messages)
{
    public IReadOnlyList<string> FromPerson => Texts("in");

    public IReadOnlyList<string> FromBot => Texts("out");

    public static async Task<Transcript> OfAsync(ProgramUnderTest program, string assignment) => new(await program.Api.TranscriptAsync(assignment));

    /// <summary>The same as soon as nothing is on its way.</summary>
    public static async Task<Transcript> SettledAsync(ProgramUnderTest program, string assignment)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            var transcript = await OfAsync(program, assignment);
            var open = transcript.Messages.Where(line => line.GetProperty("delivery").GetString() is "pending" or "sending").ToList();
            if (open.Count == 0)
            {
                return transcript;
            }

            Assert.True(since.Elapsed < Patience.Limit, $"The outbox does not get empty:\n{string.Join('\n', open)}\n{program.Output}");
        }
    }

    private IReadOnlyList<string> Texts(string direction) =>
    [
        .. Messages.Where(message => message.GetProperty("direction").GetString() == direction).Select(message => message.GetProperty("text").GetString()!),
    ];
}
