using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dialog.Bot.Api;

/// <summary>In a body an enumeration's value is one of its names: a number, or several names in one text, is refused. (What is stored may hold what an earlier release took.)</summary>
internal sealed class ByName : JsonConverterFactory
{
    /// <summary>Those that stand in JSON by their names.</summary>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Names<>).MakeGenericType(typeToConvert))!;

    /// <summary>What the API's description says of an enumeration; of a type with a converter of its own it would say nothing.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum && type.IsDefined(typeof(JsonConverterAttribute), inherit: false))
        {
            List<JsonNode> names = [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type)!)];
            if (type != context.JsonTypeInfo.Type && schema.Metadata?.ContainsKey("x-schema-id") != true)
            {
                // What is described on the spot has nothing around it that says it may be null.
                (schema.Type, schema.Enum, schema.OneOf) = (null, null, [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchema { Type = JsonSchemaType.String, Enum = names }]);
                return Task.CompletedTask;
            }

            (schema.Type, schema.Enum) = (JsonSchemaType.String, names);
        }

        return Task.CompletedTask;
    }

    private sealed class Names<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && JsonNames<T>.All.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value);
    }
}
