using System.Text.Json;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Interviews;

/// <summary>Every message of an assignment in order, as the REST API tells it.</summary>
internal sealed record Transcript(IReadOnlyList<JsonElement> Messages)
{
    public IReadOnlyList<string> FromPerson => Texts("in");

    public IReadOnlyList<string> FromBot => Texts("out");

    public static async Task<Transcript> OfAsync(ProgramUnderTest program, string assignment) => new(await program.Api.TranscriptAsync(assignment));

    private IReadOnlyList<string> Texts(string direction) =>
    [
        .. Messages.Where(message => message.GetProperty("direction").GetString() == direction).Select(message => message.GetProperty("text").GetString()!),
    ];
}
