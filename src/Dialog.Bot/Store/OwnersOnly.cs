namespace Dialog.Bot.Store;

/// <summary>Files and folders that nobody but the program's own user may read. On Windows the folder they lie in decides.</summary>
internal static class OwnersOnly
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A file that must not exist yet.</summary>
    public static FileStream CreateFile(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = ReadWrite;
        }

        return new FileStream(path, how);
    }

    /// <summary>A file is there, empty if there was none: one that somebody has shared stays as they have it.</summary>
    public static void EnsureFile(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        try
        {
            CreateFile(path).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another program was first.
        }
    }

    public static string CreateFolder(string path) =>
        (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute)).FullName;
}
