using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dialog.Bot.Api;

/// <summary>An instant in a body says how far it is from UTC (ISO 8601 with offset): without that it would be another instant on every machine's clock.</summary>
internal sealed class WithOffset : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A date and a time read without an offset are of no kind; with one they are UTC or local.
        return !reader.TryGetDateTime(out var clock) ? throw new JsonException()
            : clock.Kind == DateTimeKind.Unspecified ? throw new UnclearInstantException()
            : reader.GetDateTimeOffset();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>What the API's description says of an instant; of a type with a converter of its own it would say nothing.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (Is(context.JsonTypeInfo.Type))
        {
            schema.Type = context.JsonTypeInfo.Type == typeof(DateTimeOffset) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && Is(element))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
        }

        return Task.CompletedTask;

        static bool Is(Type type) => type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);
    }
}

/// <summary>An instant without its offset.</summary>
internal sealed class UnclearInstantException() : JsonException("An instant needs its offset, such as 2027-02-05T12:00:00+01:00 or 2027-02-05T11:00:00Z.");
