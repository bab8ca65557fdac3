namespace Dialog.Bot;

/// <summary>The program cannot start as it is configured. The message is one line that names the key and the mend.</summary>
internal sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
