using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>Reads a web page that somebody edited by hand as the answers it stands for now, so that passages can be chosen out of it.</summary>
internal static class EditedText
{
    private static readonly ImmutableList<Slot> Labelled = [Slot.What, Slot.Why, Slot.Who, Slot.Challenge, Slot.Synthesis];

    /// <summary>What stands under each question; what stands under none is the topic's own answer.</summary>
    public static Source Read(Draft edited, Rework rework)
    {
        var language = rework.Checks.Language;
        var assignment = rework.Assignment ?? new Assignment { Id = "", Topic = "", PersonId = "", Language = language };
        var labels = Labelled.ToDictionary(slot => Source.Label(slot, language == "en"));
        var said = new Dictionary<Slot, List<string>>();
        var slot = assignment.PrimarySlot;
        foreach (var line in edited.Parts.Where(part => part.Kind is "reflection" or "text").SelectMany(part => part.Text.Split('\n')))
        {
            if (labels.TryGetValue(line.Trim(), out var asked))
            {
                slot = asked;
            }
            else
            {
                (said.TryGetValue(slot, out var lines) ? lines : said[slot] = []).Add(line);
            }
        }

        return new Source(new Material
        {
            Assignment = assignment with { Language = language },
            Answers = said.ToImmutableDictionary(pair => pair.Key, pair => new AnswerText(1, [new AnswerLine(string.Join('\n', pair.Value).Trim())])),
            Checks = rework.Checks,
            Outlets = rework.Outlets,
            Sender = "",
        });
    }
}
