using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Dialog.Core.Texts;

namespace Dialog.Bot.Tests;

/// <summary>Every text that is written for people, the bot's and the desk's, is asked for by the compiled program.</summary>
public sealed class SaidTests
{
    private static readonly Assembly[] Program = [typeof(BotTexts).Assembly, typeof(Site).Assembly];

    private static readonly string[] ByRecords = ["PrintMembers", "Equals", "GetHashCode", "ToString"];

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var said = Program.SelectMany(Calls).ToHashSet();
        List<PropertyInfo> texts = [.. Program.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.GetMethod is not null && property.Name != "EqualityContract")];

        Assert.True(texts.Count > 700, $"{texts.Count}");
        Assert.Equal("", string.Join(", ", texts.Where(text => !said.Contains((text.DeclaringType!.Name, text.GetMethod!.Name))).Select(text => $"{text.DeclaringType!.Name}.{text.Name}")));
    }

    /// <summary>Whose method is called and which. What a record does of itself does not count: it looks at all it holds.</summary>
    private static IEnumerable<(string Type, string Method)> Calls(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0 && !ByRecords.Contains(metadata.GetString(method.Name))))
        {
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            for (var at = 0; at + 4 < code.Length; at++)
            {
                if ((code[at] == OpCodes.Call.Value || code[at] == OpCodes.Callvirt.Value) && Called(metadata, BitConverter.ToInt32(code, at + 1)) is { } call)
                {
                    yield return call;
                }
            }
        }
    }

    private static (string Type, string Method)? Called(MetadataReader metadata, int token)
    {
        var row = token & 0xFFFFFF;
        switch ((TableIndex)(token >>> 24))
        {
            case TableIndex.MethodDef when row > 0 && row <= metadata.MethodDefinitions.Count:
                var method = metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(row));
                return (metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name), metadata.GetString(method.Name));
            case TableIndex.MemberRef when row > 0 && row <= metadata.MemberReferences.Count:
                var member = metadata.GetMemberReference(MetadataTokens.MemberReferenceHandle(row));
                return member.Parent.Kind == HandleKind.TypeReference ? (metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name), metadata.GetString(member.Name)) : null;
            default:
                return null;
        }
    }
}
