using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dialog.Bot.Channels;
using Microsoft.Extensions.AI;

namespace Dialog.Bot.Assisting;

/// <summary>
/// A language model behind the interface that OpenAI began and Ollama, vLLM, llama.cpp, Mistral, Azure and most others offer too: <c>POST chat/completions</c>. Text in, text
/// out; no tools, no streaming, and no more of an answer is read than an editor could use.
/// </summary>
internal sealed class ChatCompletions(IHttpClientFactory clients, AiSettings settings) : IChatClient
{
    public const string HttpClientName = "ai";

    /// <summary>Bytes of an answer that are read.</summary>
    private const int MostBytes = 256 * 1024;

    /// <exception cref="AiException">The provider did not answer as it should; the message says what to do, and holds nothing of any text.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = Ask(HttpMethod.Post, "chat/completions");

        // With its length: not every server of a model takes a body in chunks.
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new
        {
            model = options?.ModelId ?? settings.Model,
            messages = messages.Select(message => new { role = message.Role.Value, content = message.Text }).ToList(),
            temperature = options?.Temperature,
            max_tokens = options?.MaxOutputTokens,
            stream = false,
        }))
        { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var answer = await SendAsync(request, cancellationToken);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("choices", out var choices) && choices is { ValueKind: JsonValueKind.Array } && choices.GetArrayLength() > 0
            && choices[0] is { ValueKind: JsonValueKind.Object } choice && choice.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
            && message.TryGetProperty("content", out var content) && content.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, content.GetString() ?? ""))
            : throw new AiException("the answer is not one of chat completions");
    }

    /// <summary>The models that the provider offers; null when it does not tell.</summary>
    /// <exception cref="AiException">The provider did not answer as it should.</exception>
    public async Task<IReadOnlyList<string>?> ModelsAsync(CancellationToken cancellationToken)
    {
        using var request = Ask(HttpMethod.Get, "models");
        var answer = await SendAsync(request, cancellationToken);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? [.. data.EnumerateArray().Where(model => model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String).Select(model => model.GetProperty("id").GetString()!)]
            : null;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private HttpRequestMessage Ask(HttpMethod method, string what)
    {
        var request = new HttpRequestMessage(method, new Uri($"{settings.Endpoint.AbsoluteUri.TrimEnd('/')}/{what}"));
        request.Headers.Authorization = settings.Key is null ? null : new AuthenticationHeaderValue("Bearer", settings.Key);
        return request;
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await clients.CreateClient(HttpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new AiException(response.StatusCode switch
                {
                    HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "the provider does not take Ai:ApiKey",
                    HttpStatusCode.NotFound => $"the provider does not know the address {request.RequestUri!.AbsolutePath} or the model {settings.Model}; look at Ai:Endpoint and Ai:Model",
                    HttpStatusCode.TooManyRequests => "the provider asks to wait",
                    var status => $"the provider answered {(int)status}",
                });
            }

            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return JsonBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) ?? throw new AiException("the answer is no JSON");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new AiException(exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } ? "the answer is too long" : $"{settings.Endpoint.Authority} cannot be reached", exception);
        }
    }
}

/// <summary>A language model's provider did not answer as it should.</summary>
internal sealed class AiException(string message, Exception? inner = null) : Exception(message, inner);
