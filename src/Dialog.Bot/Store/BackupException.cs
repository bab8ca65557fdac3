namespace Dialog.Bot.Store;

/// <summary>A backup cannot be taken or put back. The message is one line that says why, and the mend.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
