namespace Dialog.Bot.Access;

/// <summary>A route that asks for no sign-in.</summary>
/// <param name="Why">What it looks at instead, or why anybody may.</param>
internal sealed record OpenDoor(string Why);
