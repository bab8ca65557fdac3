using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Whether links in the chat lead anywhere.</summary>
internal sealed class LinksCheck(Organisation organisation) : ICheck
{
    public string Name => "Links";

    public Task<Checked> TryAsync(CancellationToken cancellationToken) => Task.FromResult(new Checked(Holds: true, organisation.Url is { } url
        ? $"in the chat they begin with {url}"
        : "none in the chat, to a person's own data and the privacy page: Organisation:Url is missing. Set it to where people reach Dialog, e.g. https://dialog.example.se"));
}
