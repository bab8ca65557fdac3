namespace Dialog.Bot.Turns;

/// <summary>Somebody outside who is told what happens (section <c>Webhooks</c>, one child each).</summary>
/// <param name="Name">The child's key: <c>0</c>, <c>1</c> or a word.</param>
/// <param name="Url">Where it is sent.</param>
/// <param name="Secrets">What it is signed with; more than one while a secret is being changed.</param>
/// <param name="Events">Which events: <c>answered</c>, <c>drafted</c>, <c>approved</c>, <c>published</c>.</param>
internal sealed record HookTarget(string Name, Uri Url, IReadOnlyList<byte[]> Secrets, IReadOnlyList<string> Events)
{
    /// <summary>What its messages stand under in the outbox, in the place of a person.</summary>
    public string Owner => $"webhook:{Name}";
}
