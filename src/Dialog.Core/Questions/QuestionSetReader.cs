using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dialog.Core.Questions;

/// <summary>Reads a question set from JSON and checks all of it (docs/questions.md). Comments and trailing commas are allowed.</summary>
public static class QuestionSetReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The set, or every mistake in it.</summary>
    /// <param name="json">The set.</param>
    /// <param name="language">Of the mistakes: <c>en</c>, as the log has them, or <c>sv</c>.</param>
    public static QuestionSetReading Read(string json, string language = "en")
    {
        var says = QuestionCheckTexts.For(language);
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var mistakes = new QuestionSetCheck(says).Check(document.RootElement);
            return mistakes.IsEmpty ? new QuestionSetReading(Take(document.RootElement), []) : new QuestionSetReading(null, mistakes);
        }
        catch (JsonException exception)
        {
            return Unreadable(exception.LineNumber is { } line ? says.NoJson(line + 1, (exception.BytePositionInLine ?? 0) + 1) : exception.Message);
        }
        catch (InvalidOperationException)
        {
            return Unreadable(says.NoUnicode);
        }
    }

    private static QuestionSetReading Unreadable(string says) => new(null, [new QuestionMistake("", says)]);

    private static QuestionSet Take(JsonElement root)
    {
        var json = JsonSerializer.Serialize(root, Json);
        var shape = JsonSerializer.Deserialize<Shape>(json, Json)!;
        return new QuestionSet { Id = shape.Id, Version = shape.Version, Languages = shape.Languages, Json = json };
    }

    private sealed record Shape(string Id, int Version, ImmutableDictionary<string, ImmutableDictionary<Slot, SlotTexts>> Languages);
}
