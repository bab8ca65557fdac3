using System.Globalization;

namespace Dialog.Bot;

/// <summary>Which language model may be asked for suggestions (section <c>Ai</c>); none unless <c>Ai:Model</c> is set.</summary>
internal sealed record AiSettings
{
    private const string Ollama = "http://localhost:11434/v1";

    private const int ShortestWait = 5;

    private const int LongestWait = 300;

    /// <summary>The model's name at the provider, e.g. <c>gemma3</c>; null when the help is off.</summary>
    public string? Model { get; private init; }

    /// <summary>The provider's address, with what OpenAI and most others call <c>/v1</c>; without a setting Ollama on this machine.</summary>
    public Uri Endpoint { get; private init; } = new(Ollama);

    /// <summary>The key that the provider gave; null where it wants none.</summary>
    public string? Key { get; private init; }

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Wait { get; private init; } = TimeSpan.FromSeconds(60);

    /// <summary>Nothing leaves this machine.</summary>
    public bool IsHere => Endpoint.IsLoopback;

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static AiSettings Read(IConfiguration configuration)
    {
        var (model, endpoint, key, wait) = (Field("Ai:Model"), Field("Ai:Endpoint"), Field("Ai:ApiKey"), Field("Ai:TimeoutSeconds"));
        if (model is null)
        {
            return (endpoint ?? key ?? wait) is null ? new AiSettings() : throw new StartupException("Ai:Model: missing. Name the model, e.g. gemma3, or leave the section Ai out.");
        }

        if (!Uri.TryCreate(endpoint ?? Ollama, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Scheme != "https" && !(address.Scheme == "http" && address.IsLoopback))
        {
            throw new StartupException($"Ai:Endpoint: ”{Setting.Shown(endpoint)}” must be an https address (http only on this machine), without a name and password in it, e.g. {Ollama}.");
        }

        if (wait is not null && (!int.TryParse(wait, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < ShortestWait or > LongestWait))
        {
            throw new StartupException($"Ai:TimeoutSeconds: ”{wait}” is not possible. Use {ShortestWait} to {LongestWait}.");
        }

        return new AiSettings { Model = model, Endpoint = address, Key = key, Wait = wait is null ? new AiSettings().Wait : TimeSpan.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture)) };

        string? Field(string name) => configuration[name] is { Length: > 0 } value ? value.Trim() : null;
    }
}
