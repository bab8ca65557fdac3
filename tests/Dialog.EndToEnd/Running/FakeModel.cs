using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dialog.EndToEnd.Running;

/// <summary>A language model of this machine: suggests the first words of the text it is given, and something nobody said.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app = Loopback.Create();

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Ai__Model"] = "scripted", ["Ai__Endpoint"] = $"{_app.Urls.Single()}/v1" };

    public static async Task<FakeModel> StartAsync()
    {
        var model = new FakeModel();
        model._app.MapPost("/v1/chat/completions", AnswerAsync);
        await model._app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http)
    {
        using var asked = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        using var data = JsonDocument.Parse(asked.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!);
        var words = string.Join(' ', data.RootElement.GetProperty("text").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5));
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = $"1. {words}\n2. Rymdfärjan landade i Flen" } } } }), http.RequestAborted);
    }
}
