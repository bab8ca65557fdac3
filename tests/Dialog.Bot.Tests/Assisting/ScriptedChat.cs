using Microsoft.Extensions.AI;

namespace Dialog.Bot.Tests.Assisting;

/// <summary>A language model that answers as told, and remembers what it heard.</summary>
internal sealed class ScriptedChat : IChatClient
{
    public Func<CancellationToken, Task<string>> Answers { get; set; } = _ => Task.FromResult("");

    public List<(ChatRole Role, string Text)> Heard { get; } = [];

    public void Says(string text) => Answers = _ => Task.FromResult(text);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Heard.AddRange(messages.Select(message => (message.Role, message.Text)));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await Answers(cancellationToken)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
