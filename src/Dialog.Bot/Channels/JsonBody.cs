using System.Text.Json;
using System.Text.Unicode;

namespace Dialog.Bot.Channels;

/// <summary>Reads a request body as JSON, wholly: what it gives holds no text that throws when it is looked at.</summary>
internal static class JsonBody
{
    /// <summary>Null when it is no JSON, or one of its texts is no text (broken UTF-8, half a surrogate pair).</summary>
    public static JsonElement? Read(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            return null;
        }

        try
        {
            // Only what is escaped can still be no text.
            if (body.Contains((byte)'\\'))
            {
                var reader = new Utf8JsonReader(body);
                while (reader.Read())
                {
                    if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    {
                        reader.GetString();
                    }
                }
            }

            return JsonElement.Parse(body);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
