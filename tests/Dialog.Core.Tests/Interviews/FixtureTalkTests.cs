using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Tests.Drafts;

namespace Dialog.Core.Tests.Interviews;

/// <summary>The nine interviews, talked through with the bot: what the fixtures expect comes out of the rules.</summary>
public class FixtureTalkTests
{
    private static readonly Dictionary<string, Type?[]> Forms = new()
    {
        ["x_not_y"] = [typeof(Amendment.Replace)],
        ["write_x_instead_of_y"] = [typeof(Amendment.Replace)],
        ["write_x"] = [typeof(Amendment.Write)],
        ["asterisk"] = [typeof(Amendment.Respell)],
        ["retract_last"] = [typeof(Amendment.RetractLast)],
        ["retract_named"] = [typeof(Amendment.RetractNth), typeof(Amendment.RetractNamed)],
        ["retract_sentence"] = [typeof(Amendment.RetractNamed)],
    };

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void Every_answer_is_to_the_question_that_was_asked(string name) => Assert.Empty(FixtureTalk.Play(Fixture.Read(name)).Strays);

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void The_expected_follow_ups_are_asked_and_no_others(string name)
    {
        var fixture = Fixture.Read(name);
        var expected = fixture.Expected.GetProperty("followUps").EnumerateArray()
            .Select(followUp => (followUp.GetProperty("afterLine").GetInt32(), JsonSerializer.Deserialize<Slot>(followUp.GetProperty("slot")), JsonSerializer.Deserialize<FollowUpRule>(followUp.GetProperty("rule"))));

        Assert.Equal(expected, FixtureTalk.Play(fixture).FollowUps);
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void The_answers_are_what_the_person_meant(string name)
    {
        var fixture = Fixture.Read(name);
        var talk = FixtureTalk.Play(fixture);

        Assert.Equal(InterviewState.Finished, talk.Person.Interview.State);
        Assert.All(fixture.Expected.GetProperty("answers").EnumerateObject(), answer => Assert.Equal(Collapsed(answer.Value.GetString()!), Collapsed(talk.Answer(JsonSerializer.Deserialize<Slot>($"\"{answer.Name}\"")))));
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void The_answers_are_graded(string name)
    {
        var fixture = Fixture.Read(name);
        var interview = FixtureTalk.Play(fixture).Person.Interview;

        Assert.All(
            fixture.Expected.GetProperty("statuses").EnumerateObject(),
            status => Assert.Equal((status.Name, status.Value.GetString()), (status.Name, JsonSerializer.SerializeToElement(Grading.Of(interview, JsonSerializer.Deserialize<Slot>($"\"{status.Name}\""))).GetString())));
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void Amendments_are_recognised_and_told_where_the_fixture_says_so(string name)
    {
        var fixture = Fixture.Read(name);
        var talk = FixtureTalk.Play(fixture);
        var texts = fixture.Root.GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("n").GetInt32(), FixtureTalk.TextOf);
        foreach (var amendment in fixture.Expected.GetProperty("amendments").EnumerateArray())
        {
            var (line, form) = (amendment.GetProperty("line").GetInt32(), amendment.GetProperty("form").GetString()!);
            Assert.True(form == "platform_edit" || Forms[form].Contains(AmendmentReader.Read(texts[line])?.GetType()), $"line {line}: {form}");
            Assert.Equal((line, amendment.GetProperty("confirm").GetBoolean()), (line, talk.Lines[line].Replies.Any(reply => reply.Choices.Exists(choice => choice.Value.Contains(":undo-", StringComparison.Ordinal)))));
        }
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void A_warning_is_gone_after_the_line_that_resolves_it_and_else_its_sentence_is_in_no_draft(string name)
    {
        var fixture = Fixture.Read(name);
        var talk = FixtureTalk.Play(fixture);
        var drafts = Enum.GetValues<AdSize>().SelectMany(size => Drafts(talk, size)).ToList();
        foreach (var warning in fixture.Expected.GetProperty("warnings").EnumerateArray())
        {
            var match = warning.GetProperty("match").GetString()!;
            if (warning.TryGetProperty("resolvedByLine", out var line))
            {
                Assert.DoesNotContain(match, talk.Lines[line.GetInt32()].Answers, StringComparison.Ordinal);
            }
            else if (!warning.TryGetProperty("blocks", out var blocks) || blocks.GetBoolean())
            {
                Assert.All(drafts, draft => Assert.DoesNotContain(match, draft.Text, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void Required_facts_are_in_the_drafts_of_the_talk_and_forbidden_ones_in_none(string name)
    {
        var fixture = Fixture.Read(name);
        var talk = FixtureTalk.Play(fixture);
        var missing = new List<string>();
        foreach (var size in Enum.GetValues<AdSize>())
        {
            var drafts = Drafts(talk, size).ToDictionary(draft => draft.Outlet, draft => draft.Text);
            Check(drafts["ad"], JsonNamingPolicy.SnakeCaseLower.ConvertName($"Ad{size}"));
            Check(drafts["web"], "web");
            Check(string.Join('\n', drafts.Values), "any");
            missing.AddRange(fixture.Facts("ad").Where(fact => !fact.Must).SelectMany(fact => fact.AnyOf).Where(fact => drafts["ad"].Contains(fact, StringComparison.Ordinal)));
            missing.AddRange(fixture.Facts("short").Where(fact => !fact.Must).SelectMany(fact => fact.AnyOf).Where(fact => drafts["x"].Contains(fact, StringComparison.Ordinal)));
        }

        Assert.Empty(missing);

        void Check(string text, string scope) => missing.AddRange(fixture.Facts(scope)
            .Where(fact => fact.Must ? !fact.AnyOf.Any(any => text.Contains(any, StringComparison.OrdinalIgnoreCase)) : fact.AnyOf.Any(any => text.Contains(any, StringComparison.Ordinal)))
            .Select(fact => $"{scope} {(fact.Must ? "lacks" : "has")} {string.Join('|', fact.AnyOf)}"));
    }

    [Fact]
    public void The_seed_takes_a_person_at_most_nine_messages()
    {
        var talk = FixtureTalk.Play(Fixture.Read("000-seed"));

        Assert.Equal(InterviewState.Finished, talk.Person.Interview.State);
        Assert.InRange(talk.Lines.Count, 1, 9);
    }

    private static ImmutableList<Draft> Drafts(FixtureTalk talk, AdSize size)
    {
        var person = talk.Person;
        var material = new Talk(person.Conversation, new Incoming.Arrived { Key = "k", At = person.Now }, person.Context).Material(person.Interview);
        return Composer.Compose(material with { Assignment = material.Assignment with { AdSize = size } });
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
