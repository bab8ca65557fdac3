using Microsoft.Extensions.AI;

namespace Dialog.Bot.Assisting;

/// <summary>Whether the language model's provider answers and has the model. No text is sent.</summary>
internal sealed class AiCheck(IChatClient client, AiSettings settings) : ICheck
{
    /// <summary>Names shown where the model is not among them.</summary>
    private const int MostNames = 8;

    public string Name => "Ai";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var models = client.GetService<ChatCompletions>() is { } provider ? await provider.ModelsAsync(cancellationToken) : null;
            var model = settings.Model!;
            return models is null ? new Checked(Holds: true, $"{settings.Endpoint.Authority} answers, and does not tell which models it has; {model} is tried when it is asked")
                : models.Any(name => name == model || name.StartsWith($"{model}:", StringComparison.Ordinal)) ? new Checked(Holds: true, $"{settings.Endpoint.Authority} answers and has {model}{(settings.IsHere ? "; texts stay on this machine" : "; texts leave this machine, without names and numbers of people")}")
                : new Checked(Holds: false, $"Ai:Model: {settings.Endpoint.Authority} has no {model}. {(models.Count == 0 ? "It has no models yet" : $"It has {string.Join(", ", models.Take(MostNames))}")}{(settings.IsHere ? $"; with Ollama: ollama pull {model}" : "")}");
        }
        catch (AiException exception)
        {
            return new Checked(Holds: false, $"Ai:Endpoint: {exception.Message}.{(settings.IsHere ? " Does Ollama run (ollama serve)?" : "")} Drafting help waits; everything else works without");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Checked(Holds: false, $"Ai:Endpoint: {settings.Endpoint.Authority} does not answer in time. Drafting help waits; everything else works without");
        }
    }
}
