using System.Runtime.CompilerServices;

namespace Dialog.Bot.Tests.Support;

/// <summary>A developer's own secrets (dotnet user-secrets) are nothing for tests, nor for the programs they start: they are looked for where there are none.</summary>
internal static class NoUserSecrets
{
    [ModuleInitializer]
    internal static void LookElsewhere() => Environment.SetEnvironmentVariable("APPDATA", Path.Combine(AppContext.BaseDirectory, "no-user-secrets"));
}
