namespace Dialog.EndToEnd.Slack;

/// <summary>A call of Slack's Web API.</summary>
internal sealed record SlackCall(string Method, DateTimeOffset At);
