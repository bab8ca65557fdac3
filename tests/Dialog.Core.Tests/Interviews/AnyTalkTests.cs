using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Whatever a person does, in whatever order: the state is valid, nothing written is lost, and there is a way out.</summary>
public class AnyTalkTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Each is an answer wherever it is said; the number makes it one of a kind.</summary>
    private static readonly ImmutableList<string> Answers =
    [
        "I går satte vi ut {0} nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.",
        "Vi gör det eftersom {0} äldre har sagt till mig att de inte orkar gå hela vägen till torget.",
        "Bänk {0}",
        "Jag har fått kritik av {0} grannar, och jag har lärt mig att fråga först.",
        "Alva i 4B ringde från 070-174 06 05 om bänk {0} i går.",
        "Var saknar du bänk {0}?",
        "Vi utvecklar kvalitet, delaktighet och hållbarhet i process {0}, de där idioterna.",
        "mjölk {0}, bröd, ost, kaffe, te",
        "We put out {0} benches along the river and they were all taken by the people of the town.",
    ];

    private static readonly ImmutableList<string> Words =
    [
        "godkänn alla", "dra tillbaka", "det är bra", "annat förslag", "visa resten", "fel person", "nej, det räcker", "ja, flytta", "ja det gör det", "fråga Anna i stället",
        "ja", "nej", "ok", "tack", "hej", "👍", "klar", "det räcker", "hoppa över", "tillbaka", "ändra", "ändra vad", "ändra varför", "vad", "varför", "visa", "ångra", "börja om", "avbryt", "fortsätt", "senare", "efter lunch", "imorgon", "hinner inte",
        "stryk det!", "stryk det där om bänk", "stryk andra meningen", "jag menade torsdag, inte bänk", "jag menade torsdag", "skriv: Så är det.", "skriv ”stol” i stället för ”bänk”", "*bänkar", "det där var svaret på varför", "glömde: färgen är grön, lägg till det på vem",
        "glömde: färgen är grön", "varför frågar du?", "när ska det vara klart?", "vem läser det här?", "den andra", "den första", "engelska", "svenska", "låt redaktionen avgöra", "skriv om", "alla", "privat", "vet ej", "…", "  ", "jag vill skriva om bänkar", "hjälp", "upprepa",
        "ja det stämmer", "nej låt bli", "ja gör det", "nja", "båda", "vet inte", "ett ögonblick", "hej då", "jag godkänner allt", "tillbaka till uppdrag 2", "andra varför", "samma människa", "jag måste kolla med min chef först",
        "yes", "no", "thanks", "done", "that's enough", "skip", "back", "change", "edit why", "show", "undo", "start over", "cancel", "later", "strike that", "I meant Thursday, not benches", "write: So it is.", "why do you ask?", "rewrite", "don't know",
    ];

    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Int[0, Answers.Count - 1].Select(which => new Step(Kind.Answer, which)),
        Gen.Int[0, Words.Count - 1].Select(which => new Step(Kind.Word, which)),
        Gen.Int[0, Words.Count - 1].Select(which => new Step(Kind.Word, which)),
        Gen.Int[0, 9].Select(which => new Step(Kind.NewButton, which)),
        Gen.Int[0, 30].Select(which => new Step(Kind.OldButton, which)),
        Gen.Int[0, 20].Select(which => new Step(Kind.Edit, which)),
        Gen.Int[0, 20].Select(which => new Step(Kind.Delete, which)),
        Gen.Int[0, 2000].Select(which => new Step(Kind.Wait, which)),
        Gen.Int[0, 2].Select(which => new Step(Kind.Assign, which)),
        Gen.Int[0, 1].Select(which => new Step(Kind.Attach, which)));

    /// <summary>Whatever is asked, these take nothing back.</summary>
    private static readonly ImmutableHashSet<string> Harmless =
    [
        "tack", "hej", "klar", "det räcker", "tillbaka", "visa", "fortsätt", "senare", "efter lunch", "imorgon", "varför frågar du?", "när ska det vara klart?", "vem läser det här?", "hjälp", "upprepa", "  ", "…",
        "thanks", "done", "that's enough", "back", "show", "later", "why do you ask?",
    ];

    private enum Kind
    {
        Answer,
        Word,
        NewButton,
        OldButton,
        Edit,
        Delete,
        Wait,
        Assign,
        Attach,
    }

    [Fact]
    public void Any_sequence_leaves_a_valid_state_loses_nothing_and_can_be_ended() =>
        Gen.Select(Gen.OneOfConst("sv", "en"), Steps.List[1, 40]).Sample(
            (language, steps) =>
            {
                var play = new Play(language);
                foreach (var step in steps)
                {
                    play.Do(step);
                }

                play.CanBeEnded();
            },
            iter: long.Parse(Environment.GetEnvironmentVariable("DIALOG_TALKS") ?? "250", System.Globalization.CultureInfo.InvariantCulture),
            print: talk => $"{talk.Item1}: {string.Join(" · ", talk.Item2.Select(Told))}");

    private static string Told(Step step) => step.Kind switch
    {
        Kind.Answer => Answers[step.Which],
        Kind.Word => $"”{Words[step.Which]}”",
        _ => $"{step.Kind} {step.Which}",
    };

    private sealed record Step(Kind Kind, int Which);

    private sealed class Play(string language)
    {
        private readonly Person person = new(language);
        private readonly HashSet<string> texts = [];
        private readonly HashSet<(string, Slot, int)> revisions = [];
        private int said;
        private int assigned;

        public void Do(Step step)
        {
            var (facts, standing) = (person.Facts.Count, Standing());
            var replies = Take(step);
            IsValid(replies, person.Facts.Skip(facts));
            if (step.Kind is Kind.Wait or Kind.Assign or Kind.Attach || step.Kind == Kind.Word && Harmless.Contains(Words[step.Which]))
            {
                Assert.True(standing.IsSubsetOf(Standing()), $"{Told(step)} took back: {string.Join(" | ", standing.Except(Standing()))} | {string.Join(" / ", replies.Select(reply => reply.Text))}");
            }
        }

        public void CanBeEnded()
        {
            for (var left = 60; left > 0 && person.Conversation.Interviews.Exists(interview => interview.IsActive); left--)
            {
                if (person.Conversation.Confirming == Confirmation.Which)
                {
                    person.Says("den första");
                }

                person.Says("avbryt");
                person.Says("ja");
                if (person.Conversation.Interviews.Exists(interview => interview.IsActive))
                {
                    person.Says("den andra");
                }
            }

            Assert.False(person.Conversation.Interviews.Exists(interview => interview.IsActive), "no way out");
        }

        private IReadOnlyList<Outgoing> Take(Step step)
        {
            switch (step.Kind)
            {
                case Kind.Answer:
                    var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Answers[step.Which], ++said + 100);
                    var facts = person.Facts.Count;
                    var replies = person.Says(text, $"m{said}");
                    texts.Add(text);
                    Assert.True(IsKept(text, person.Facts.Skip(facts)), $"lost: {text} | {string.Join(" / ", replies.Select(reply => reply.Text))}");
                    return replies;
                case Kind.Word:
                    return person.Says(Words[step.Which], $"w{++said}");
                case Kind.NewButton:
                    var shown = new[] { person.Conversation.Echo, person.Conversation.OpenPrompt }.OfType<Outgoing>().SelectMany(prompt => prompt.Choices).ToList();
                    return shown.Count == 0 ? [] : person.Presses(shown[step.Which % shown.Count].Value);
                case Kind.OldButton:
                    var old = person.Heard.SelectMany(message => message.Choices).ToList();
                    return old.Count == 0 ? [] : person.Presses(old[step.Which % old.Count].Value);
                case Kind.Edit:
                    return person.Edits($"m{step.Which}", $"Det här är ändrat till {step.Which} bänkar i går.");
                case Kind.Delete:
                    return person.Deletes($"m{step.Which}");
                case Kind.Wait:
                    person.Waits(TimeSpan.FromMinutes(step.Which));
                    return [];
                case Kind.Assign:
                    return assigned == 3 ? [] : person.Gets(Person.Assignment($"a{++assigned}", track: (Track)step.Which) with { Topic = $"Uppdrag {assigned}", PublishOn = step.Which == 0 ? new DateOnly(2027, 2, 25) : null });
                default:
                    return person.Sends(step.Which);
            }
        }

        /// <summary>What was said and stands in an answer, or waits for its talk.</summary>
        private HashSet<string> Standing()
        {
            var lines = person.Conversation.Held.Concat(person.Conversation.Interviews.SelectMany(interview => interview.Answers.Values).SelectMany(answer => answer.Lines));
            return [.. texts.Where(text => lines.Any(line => line.Text.Contains(text, StringComparison.Ordinal)))];
        }

        /// <summary>A question where a sentence is to be written anew is about the writing: the sentence is asked for again.</summary>
        private bool IsKept(string text, IEnumerable<Fact> facts) =>
            person.Conversation.CurrentInterview()?.Rewriting is not null && text.EndsWith('?')
            || person.Conversation.Held.Concat(person.Conversation.Late).Any(line => line.Text.Contains(text, StringComparison.Ordinal))
            || person.Conversation.Interviews.Exists(interview => interview.Assignment.Topic.Equals(text, StringComparison.OrdinalIgnoreCase) || interview.Answers.Values.Any(answer => answer.Text.Contains(text, StringComparison.Ordinal)))
            || facts.Any(fact => fact is Fact.AnswerRevised revised && revised.Text.Contains(text, StringComparison.Ordinal))
            || facts.Any(fact => fact is Fact.DraftReviewed reviewed && reviewed.Entries.Exists(entry => entry.Comment?.Contains(text, StringComparison.Ordinal) == true));

        private void IsValid(IReadOnlyList<Outgoing> replies, IEnumerable<Fact> facts)
        {
            var conversation = person.Conversation;
            Assert.True(conversation.Interviews.Count(interview => interview.State == InterviewState.Open) <= 1, "two are open");
            Assert.All(conversation.Interviews, interview => Assert.True(interview.State != InterviewState.Open || interview.Id == conversation.Current));
            Assert.All(facts.OfType<Fact.AnswerRevised>(), revised => Assert.True(revisions.Add((revised.AssignmentId, revised.Slot, revised.Revision)), $"{revised.Slot} {revised.Revision} twice"));
            Assert.All(replies, reply => Assert.NotEqual("", reply.Text.Trim()));
            Assert.All(replies, reply => Assert.InRange(reply.Choices.Count, 0, 5));
            Assert.All(replies.SelectMany(reply => reply.Choices), choice => Assert.InRange(choice.Label.Length, 1, 40));
            var said = replies.Where(reply => reply.Settles is null).Select(reply => (reply.Text, string.Join('|', reply.Drafts.Select(draft => draft.Text)))).ToList();
            Assert.Equal(said.Count, said.Distinct().Count());
            var stored = JsonSerializer.Serialize(conversation, Json);
            person.Conversation = JsonSerializer.Deserialize<Conversation>(stored, Json)!;
            Assert.Equal(stored, JsonSerializer.Serialize(person.Conversation, Json));
        }
    }
}
