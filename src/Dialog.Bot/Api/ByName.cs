using System.Text.Json.Serialization;

namespace Dialog.Bot.Api;

/// <summary>In a body an enumeration's value is one of its names: a number is refused. (What is stored may hold a number that an earlier release took.)</summary>
internal sealed class ByName<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
