using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Several answers in one message, each under its question's name ("Vad: … Varför: …"), or under the bot's own questions, copied as in a form filled in elsewhere: nobody said those.</summary>
internal static partial class Questionnaire
{
    /// <summary>What stands before the first name, "Här är mina svar:", is not longer.</summary>
    private const int MostWordsBefore = 8;

    private static readonly ImmutableDictionary<Slot, string> ShortNames = new Dictionary<Slot, string>
    {
        [Slot.What] = "vad",
        [Slot.Why] = "varför",
        [Slot.Who] = "vem",
        [Slot.Challenge] = "invändningen",
        [Slot.Synthesis] = "svaret",
        [Slot.Question] = "slutfrågan",
    }.ToImmutableDictionary();

    /// <summary>The text without the lines that are questions of the interview; whole when it is nothing else, and when it answers several.</summary>
    public static string Without(Talk talk, string text)
    {
        if (talk.Interview is not { } interview || !text.Contains('\n', StringComparison.Ordinal) || !Answers(talk, interview, text).IsEmpty)
        {
            return text;
        }

        var questions = Asked(talk, interview);
        var own = text.Split('\n').Where(line => !questions.ContainsKey(Bare(line))).ToList();
        return string.Join('\n', own).Trim() is { Length: > 0 } said ? said : text;
    }

    /// <summary>The answers of a message that names several questions, as they stand in it; empty when it is one answer, or it cannot be told which it is.</summary>
    public static ImmutableList<(Slot Slot, string Text)> Answers(Talk talk, Interview interview, string text)
    {
        if (!text.AsSpan().ContainsAny(":?–-"))
        {
            return [];
        }

        text = Named(talk, interview, text);
        var names = Names().Matches(text).ToList();
        if (names.Count < 2 || !LeadsIn(text[..names[0].Index]))
        {
            return [];
        }

        var slots = names.ConvertAll(name => Command.ReadSlot(name.Groups["slot"].Value));
        if (slots.Distinct().Count() < slots.Count || !slots.TrueForAll(slot => slot is { } named && Agenda.Of(interview.Assignment).Contains(named)))
        {
            return [];
        }

        var ends = names.Skip(1).Select(name => name.Index).Append(text.Length);
        return [.. names.Zip(ends, slots).Select(part => (Slot: part.Third!.Value, Text: Wrapping.Joined(text[(part.First.Index + part.First.Length)..part.Second].Trim().TrimEnd(',', ';')))).Where(part => part.Text.Length > 0)];
    }

    /// <summary>The text with each line that is a question of the interview, or what it is called, as that question's short name.</summary>
    private static string Named(Talk talk, Interview interview, string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var questions = Asked(talk, interview);
        return string.Join('\n', text.Split('\n').Select(line => questions.TryGetValue(Bare(line), out var slot) ? $"{ShortNames[slot]}:" : line));
    }

    private static Dictionary<string, Slot> Asked(Talk talk, Interview interview)
    {
        var asked = new Dictionary<string, Slot>();
        foreach (var slot in Agenda.Of(interview.Assignment).Remove(Slot.Headline))
        {
            var texts = Answering.Questions(talk, interview, slot);
            asked.TryAdd(Bare(texts.Question), slot);
            asked.TryAdd(Bare(texts.Label), slot);
        }

        return asked;
    }

    private static string Bare(string line) => ShortReply.Plain(line.Trim(' ', '*', '-', '•', ':'));

    private static bool LeadsIn(string text)
    {
        text = text.Trim();
        return text.Length == 0 || SmallTalk.IsGreeting(text) || SmallTalk.IsPleasantry(text) || text.EndsWith(':') && TextParts.CountWords(text) <= MostWordsBefore;
    }

    /// <summary>At the beginning of a line, or of a sentence within one.</summary>
    [GeneratedRegex(
        @"(^|\n)[ ]*([-–*•] ?|\d{1,2}[.)] ?)?\*{0,2}(svar(et)? på |answer to )?(?<slot>vad|varför|vem|invändning(en)?|svaret|slutfrågan|frågan till läsarna|what|why|who|objection|question to the readers)\*{0,2}( ?\??:| ?\?(?=[\s*]|$)| ?[–-](?=\s|$))\*{0,2}"
        + @"|(?<=[.!?…,;][”’"")]?[ ]{1,2})((?<slot>vad|varför|vem|what|why|who) ?\??:|(?-i:(?<slot>Vad|Varför|Vem|What|Why|Who))\?)(?=\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
