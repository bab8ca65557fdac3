using System.Globalization;
using System.Text;
using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Interviews;

/// <summary>
/// Whole talks as text (Talks/*.txt): "&gt;" the person says, "[…]" presses, "(… s)" is quiet; "&lt;" the bot says, its buttons under it.
/// A changed sentence shows in the difference; the new text is written beside the test program as *.actual.txt.
/// </summary>
public class GoldenTalkTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Talks");

    public static TheoryData<string> Talks => new(Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Where(file => !file.EndsWith(".actual.txt", StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(Talks))]
    public void The_talk_goes_word_for_word(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        var actual = Played(expected.Split('\n'));
        if (actual != expected)
        {
            File.WriteAllText(Path.Combine(Folder, Path.ChangeExtension(name, ".actual.txt")), actual);
        }

        Assert.Equal(expected, actual);
    }

    private static string Played(string[] lines)
    {
        var language = lines[0].TrimStart('#', ' ');
        var person = new Person(language);
        var talk = new StringBuilder($"{lines[0]}\n");
        Write(talk, person.Gets(Person.Assignment(language: language) with { EditorName = "Anna" }));
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0 && line[0] is '>' or '[' or '('))
        {
            talk.Append(line).Append('\n');
            Write(talk, line[0] switch
            {
                '>' => person.Says(line[2..]),
                '[' => person.PressesLabel(line[1..^1]),
                _ => person.Waits(TimeSpan.FromSeconds(int.Parse(line[1..^3], CultureInfo.InvariantCulture))),
            });
        }

        return talk.ToString();
    }

    private static void Write(StringBuilder talk, IEnumerable<Outgoing> replies)
    {
        foreach (var reply in replies.Where(reply => reply.Settles is null))
        {
            talk.Append(CultureInfo.InvariantCulture, $"< {reply.Text.Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
            if (!reply.Choices.IsEmpty)
            {
                talk.Append(CultureInfo.InvariantCulture, $"  {string.Join(' ', reply.Choices.Select(choice => $"[{choice.Label}]"))}\n");
            }

            foreach (var draft in reply.Drafts)
            {
                talk.Append(CultureInfo.InvariantCulture, $"  {draft.Name}, {draft.Length} {draft.Unit}\n");
            }
        }
    }
}
