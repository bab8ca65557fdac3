using System.Security.Cryptography;
using System.Text;

namespace Dialog.Core.Reading;

/// <summary>A hash that is the same in every process and release, so that a repeated event gives the same text.</summary>
internal static class StableHash
{
    /// <summary>Picks one of <paramref name="count"/> variants by 32-bit FNV-1a (Fowler, Noll, Vo) of the key.</summary>
    public static int Pick(string key, int count)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return (int)(hash % (uint)count);
    }

    /// <summary>An id of 24 hex digits (96 bits of SHA-256): the same key always gives the same id, two keys practically never.</summary>
    public static string Id(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));
}
