namespace Dialog.EndToEnd.Interviews;

/// <summary>How the person of the seed answers.</summary>
internal static class Interviewing
{
    /// <summary>
    /// Answers every question: all lines of one slot one after the other, then <c>klar</c>, then waits for the bot. The question
    /// whether a sentence may stand alone on the news bill is a yes or no and needs no <c>klar</c>.
    /// </summary>
    public static async Task AnswerAsync(this ITalk talk, SeedInterview seed)
    {
        foreach (var (slot, lines) in seed.Lines)
        {
            foreach (var line in lines)
            {
                await talk.SayAsync(line);
            }

            if (slot != "headline")
            {
                await talk.SayAsync("klar");
            }

            await talk.HearAsync();
        }
    }
}
