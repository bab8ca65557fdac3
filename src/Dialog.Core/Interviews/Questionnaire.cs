using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The bot's own questions, copied into a reply with the answers under them, as in a form filled in elsewhere: nobody said them.</summary>
internal static class Questionnaire
{
    /// <summary>The text without the lines that are questions of the interview; whole when it is nothing else.</summary>
    public static string Without(Talk talk, string text)
    {
        if (talk.Interview is not { } interview || !text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var questions = Agenda.Of(interview.Assignment).Where(slot => slot != Slot.Headline).Select(slot => ShortReply.Plain(Answering.Questions(talk, interview, slot).Question)).ToHashSet();
        var own = text.Split('\n').Where(line => !questions.Contains(ShortReply.Plain(line.Trim(' ', '*', '-', '•', ':')))).ToList();
        return string.Join('\n', own).Trim() is { Length: > 0 } said ? said : text;
    }
}
