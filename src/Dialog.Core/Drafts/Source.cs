using System.Collections.Immutable;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>The material, read once for all drafts.</summary>
internal sealed class Source
{
    private readonly ImmutableDictionary<Slot, ImmutableList<Sentence>> sentences;

    public Source(Material material)
    {
        Material = material;
        sentences = material.Answers.ToImmutableDictionary(pair => pair.Key, pair => SentenceReader.Read(pair.Key, pair.Value, material));
        var chosen = material.Answers.TryGetValue(Slot.Question, out var question) && question.Lines.Any(line => line.Template);
        QuestionOrigin = chosen ? Origin.Template : Origin.Own;
    }

    public Material Material { get; }

    public Slot Primary => Material.Assignment.PrimarySlot;

    public bool English => Material.Assignment.Language == "en";

    /// <summary>The question to the readers may be a ready-made one.</summary>
    public Origin QuestionOrigin { get; }

    /// <summary>The sentences of an answer; none when the slot was not answered.</summary>
    public ImmutableList<Sentence> this[Slot slot] => sentences.GetValueOrDefault(slot) ?? [];

    /// <summary>The question as a label.</summary>
    public string Label(Slot slot) => (slot, English) switch
    {
        (Slot.What, false) => "Vad?",
        (Slot.Why, false) => "Varför?",
        (Slot.Who, false) => "Vem?",
        (Slot.Challenge, false) => "Invändningen?",
        (Slot.Synthesis, false) => "Svaret?",
        (Slot.What, true) => "What?",
        (Slot.Why, true) => "Why?",
        (Slot.Who, true) => "Who?",
        (Slot.Challenge, true) => "The objection?",
        (Slot.Synthesis, true) => "The answer?",
        _ => "",
    };

    /// <summary>Name and title; null when the name is not known.</summary>
    public string? Byline => Material.Name is null ? null : Material.Title is null ? Material.Name : $"{Material.Name}, {Material.Title}";

    /// <summary>The closing question, whole first, then without its first sentences, then each asking sentence alone: whole sentences always.</summary>
    public IEnumerable<ImmutableList<Sentence>> ClosingQuestions()
    {
        var all = this[Slot.Question].RemoveAll(sentence => sentence.Blocked);
        return Enumerable.Range(0, all.Count).Select(from => all.GetRange(from, all.Count - from))
            .Concat(all.Where(sentence => sentence.Asks).Reverse().Select(sentence => ImmutableList.Create(sentence)));
    }
}
