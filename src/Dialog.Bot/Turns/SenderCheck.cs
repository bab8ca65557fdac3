using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>What the ads are signed with.</summary>
internal sealed class SenderCheck(Organisation organisation) : ICheck
{
    public string Name => "Sender";

    public Task<Checked> TryAsync(CancellationToken cancellationToken) => Task.FromResult(new Checked(Holds: true, organisation.Web is null
        ? $"ads are signed {organisation.Name}, without a web address: Organisation:Web is missing. Set it to the organisation's own, e.g. katrineholm.se"
        : $"ads are signed {organisation.Sender}"));
}
