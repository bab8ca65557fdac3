using System.Net.Sockets;
using System.Security.Cryptography;
using Dialog.Bot.Store;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Dialog.Bot;

/// <summary>Says in one line why the program could not start.</summary>
internal static class Startup
{
    /// <summary>Null for anything that is a bug rather than a mistake in the configuration or on the machine.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        StartupException mistake => mistake.Message,
        InvalidDataException { InnerException: FormatException } unreadable => $"{unreadable.Message} {unreadable.GetBaseException().Message.Split('\n')[0]}",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } refused => $"Urls: {refused.Message.Split('\n')[0].TrimEnd()} An https address needs a certificate (Kestrel:Certificates:Default:Path); behind a proxy that has one, listen on http.",
        FileNotFoundException { FileName: { } file } when Path.IsPathRooted(file) => $"Kestrel:Certificates: there is no file {file}. Set Path (and KeyPath) to the certificate's, or listen on http.",
        CryptographicException unreadable => $"Kestrel:Certificates: the certificate or its key can not be read ({unreadable.Message.Split('\n')[0].TrimEnd('.', '\r')}). Check Path, KeyPath and Password.",
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        IOException { InnerException: AddressInUseException } inUse => $"Urls: {inUse.Message} Stop the other program, or set Urls to another port.",
        IOException { InnerException: SocketException } refused => $"Urls: {refused.Message}",
        SocketException refused => $"Urls: this machine cannot listen there ({refused.Message}). Choose an address of its own and a port this user may use.",
        _ when Outage.Is(exception) => Outage.Fault(exception) is SqliteException fault ? SqliteCheck.Explain(fault) : PostgreSqlCheck.Explain(exception),
        _ => null,
    };
}
