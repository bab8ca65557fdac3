using System.Text.Json;

namespace Dialog.Bot.Channels;

/// <summary>Reads a request body as JSON, wholly: what it gives holds no text that throws when it is looked at.</summary>
internal static class JsonBody
{
    /// <summary>Null when it is no JSON, or one of its texts is no text (broken UTF-8, half a surrogate pair).</summary>
    public static JsonElement? Read(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
