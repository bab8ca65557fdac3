using Dialog.Core.Questions;

namespace Dialog.Bot.Turns;

/// <summary>The organisation's own questions, a file (<c>Interview:QuestionSet</c>, docs/questions.md).</summary>
internal sealed class QuestionFile(string path)
{
    private (DateTime At, long Length)? seen;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>True once after each change, also when the file is gone.</summary>
    public bool HasChanged()
    {
        var file = new FileInfo(Path);
        var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default((DateTime, long)?);
        var changed = now != seen;
        seen = now;
        return changed;
    }

    /// <summary>The set, or every mistake in it, each naming the file and the place in it.</summary>
    public (QuestionSet? Set, IReadOnlyList<string> Mistakes) Read()
    {
        try
        {
            var reading = QuestionSetReader.Read(File.ReadAllText(Path));
            return reading.Set is { } set && Rival(set) is { } rival
                ? (null, [$"{Path}: {rival.Name} is the program's own set with other texts; give yours another id, or raise version"])
                : (reading.Set, reading.Mistakes.ConvertAll(mistake => $"{Path}: {mistake}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, [$"{Path}: cannot be read ({exception.Message})"]);
        }
    }

    /// <summary>The program's own set, when one with its name says something else.</summary>
    private static QuestionSet? Rival(QuestionSet set) =>
        QuestionSets.BuiltIn.Newest is var own && own.Name == set.Name && own.Key != set.Key ? own : null;
}
