using System.Collections.Immutable;
using System.Diagnostics;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Bench;

/// <summary>Drafts for all outlets out of answers: no host, no store. Processor time, so that a busy machine measures the same.</summary>
internal static class DraftLoad
{
    private const int Interviews = 10_000;

    private static readonly CheckContext Checks = new("sv", "Karin Lindmark", ["Samira Nouri"], ["070-174 06 99"]);

    private static readonly string[] Sentences =
    [
        "Natten till torsdag gick en huvudledning på Björkgatan, den är från 1962 och av gjutjärn.",
        "340 hushåll var utan vatten i sex timmar.",
        "Vi tar den gamla delen i maj, eftersom varje läcka kostar oss runt 80 000 kronor.",
        "Jag kör själv när det är som värst.",
        "Det är därför jag vill ha köket kvar, för det gör mer än något schema.",
        "Kommunikation handlar om möten.",
        "Hej alltså, vi jobbar ihop med fritids och det märks i korridoren 🙂",
        "Mår man dåligt där funkar inte mattan sen heller, det ser vi t.ex. efter lunch.",
        "Vi arbetar utvecklingsinriktat med trygghet och delaktighet i hela verksamheten utifrån våra värdegrundsprocesser.",
        "Doften av köttbullar klockan elva gör mer än något schema.",
        "Ring 1177 om du undrar, eller läs på https://www.katrineholm.se om hur det går till.",
        "Min tes måste prövas mot andra – annars blir det bara min egen världsbild.",
        "Några tycker att vi gör fel, och ibland har de rätt.",
        "Så vad tycker du?",
    ];

    public static void Run()
    {
        var table = new Table();
        WarmUp();
        foreach (var characters in new[] { 500, 2_000, 8_000 })
        {
            var interviews = Enumerable.Range(0, characters == 2_000 ? Interviews : Interviews / 10).Select(number => Some(number, characters)).ToList();
            var total = Math.Round(Enumerable.Range(0, 3).Select(_ => Compose(interviews)).Order().ElementAt(1).TotalSeconds, 3);
            if (characters == 2_000)
            {
                table.Add($"{Interviews:N0} interviews of {characters:N0} characters, all outlets", total, "s", "under 2", total < 2);
                table.Add("the first tenth, an interview", Compose(interviews[..(Interviews / 10)]).TotalMicroseconds / (Interviews / 10), "µs", "", null);
                table.Add("the last tenth, an interview", Compose(interviews[^(Interviews / 10)..]).TotalMicroseconds / (Interviews / 10), "µs", "", null);
            }

            table.Add($"an interview of {characters:N0} characters", total * 1e6 / interviews.Count, "µs", "", null);
        }

        table.Print();
    }

    /// <summary>Until the compiler has nothing more to do: a bot that has been up for a while is measured, not its start.</summary>
    private static void WarmUp()
    {
        var interviews = Enumerable.Range(0, 500).Select(number => Some(number, 2_000)).ToList();
        for (var (started, composed) = (Stopwatch.GetTimestamp(), 0); composed < 5_000 || Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3); composed += interviews.Count)
        {
            Compose(interviews);
        }
    }

    private static TimeSpan Compose(IEnumerable<Material> interviews)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        foreach (var material in interviews)
        {
            Composer.Compose(material);
        }

        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static Material Some(int number, int characters)
    {
        Slot[] slots = [Slot.What, Slot.Why, Slot.Who, Slot.Challenge, Slot.Synthesis];
        var answers = slots.Select((slot, index) => (slot, Answer(number * 7 + index * 3, characters / slots.Length))).ToImmutableDictionary(pair => pair.slot, pair => pair.Item2)
            .Add(Slot.Question, new AnswerText(1, [new AnswerLine("Hur märkte du av läckan, och vad hade du velat veta tidigare?")]));
        return new Material
        {
            Assignment = new Assignment
            {
                Id = $"a{number}",
                Topic = "Varför gräver vi på Björkgatan igen?",
                PersonId = "p",
                Language = "sv",
                AdSize = AdSize.Half,
                Enumeration = ["Nya vattenledningar på Björkgatan", "Arbetet pågår i maj"],
                Link = "https://www.katrineholm.se/va",
                Hashtags = ["#Katrineholm", "#Vatten", "#Va"],
                Outlets = [.. Outlets.BuiltIn.All.Select(outlet => outlet.Code)],
            },
            Answers = answers,
            Name = "Karin Lindmark",
            Title = "VA-chef",
            Sender = "Katrineholms kommun, katrineholm.se",
            Checks = Checks,
        };
    }

    private static AnswerText Answer(int from, int characters)
    {
        var text = "";
        for (var index = from; text.Length < characters; index++)
        {
            text += $"{Sentences[index % Sentences.Length].Replace("1962", $"{1900 + index % 100}", StringComparison.Ordinal)} ";
        }

        return new AnswerText(1, [new AnswerLine(text[..characters].Trim())]);
    }
}
