using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Texts;

namespace Dialog.Core.Tests.Interviews;

/// <summary>The person asks what is kept of them, gets it, and has it erased.</summary>
public class PrivacyTests
{
    private static readonly PrivacyDesk Desk = new("https://dialog.example.se/privacy", "https://dialog.example.se/my-data?key=k", Minutes: 15, Records: 0, TranscriptDays: 365, InSeries: false);

    [Theory]
    [InlineData("sv", "integritet", "pseudonymiseras efter ett år")]
    [InlineData("en", "privacy", "pseudonymised after a year")]
    public void What_is_kept_is_said_with_a_page_about_it(string language, string said, string answer)
    {
        var reply = Assert.Single(With(Desk, language).Says(said));

        Assert.Contains(answer, reply.Text, StringComparison.Ordinal);
        Assert.Equal(Desk.PrivacyUrl, reply.Link?.Url);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void What_is_kept_is_said_in_sixty_words_with_a_language_model_too(string language)
    {
        var texts = PrivacyTexts.For(language);

        Assert.InRange($"{texts.Kept(365)} {texts.Assisted}".Split(' ').Length, 30, 60);
    }

    [Fact]
    public void A_time_that_is_not_set_is_not_promised() =>
        Assert.DoesNotContain("pseudonymiseras", Assert.Single(With(Desk with { TranscriptDays = 0 }).Says("integritet")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "mina uppgifter")]
    [InlineData("en", "my data")]
    public void The_persons_data_is_behind_a_link_that_ends_soon(string language, string said)
    {
        var reply = Assert.Single(With(Desk, language).Says(said));

        Assert.Contains("15 minut", reply.Text, StringComparison.Ordinal);
        Assert.Equal(Desk.DataUrl, reply.Link?.Url);
    }

    [Fact]
    public void Where_the_program_does_not_know_its_address_the_desk_gives_the_file() =>
        Assert.Contains("Redaktionen", Assert.Single(With(Desk with { DataUrl = null }).Says("mina uppgifter")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "radera mina uppgifter", "Ja, radera")]
    [InlineData("en", "erase my data", "Yes, erase it")]
    public void Erasure_is_asked_about_first_and_comes_after_the_last_word(string language, string said, string yes)
    {
        var person = With(Desk, language);
        person.Says(said);
        Assert.DoesNotContain(person.Waiting, due => due.Name == Due.Erase);

        person.PressesLabel(yes);

        Assert.Equal(person.Now + TimeSpan.FromMinutes(1), Assert.Single(person.Waiting, due => due.Name == Due.Erase).At);
    }

    [Fact]
    public void What_has_to_stay_is_said_before()
    {
        Assert.Contains("En text är godkänd eller publicerad: den är allmän handling", Assert.Single(With(Desk with { Records = 1 }).Says("radera mina uppgifter")).Text, StringComparison.Ordinal);
        Assert.Contains("3 texter är godkända", Assert.Single(With(Desk with { Records = 3 }).Says("radera mina uppgifter")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nej")]
    [InlineData("Vad ska jag säga om bussarna då?")]
    public void Anything_but_a_yes_erases_nothing(string reply)
    {
        var person = With(Desk);
        person.Says("radera mina uppgifter");

        person.Says(reply);
        person.Says("ja");

        Assert.DoesNotContain(person.Waiting, due => due.Name == Due.Erase);
    }

    [Fact]
    public void Who_takes_part_in_a_series_is_told_what_comes_first()
    {
        var reply = Assert.Single(With(Desk with { InSeries = true }).Says("radera mina uppgifter"));

        Assert.Contains("återkommande", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Choices);
    }

    [Fact]
    public void In_the_middle_of_an_interview_the_open_question_stays_open()
    {
        var person = Person.Asked();
        person.Says("integritet");

        person.Answers("Vi bygger om rondellen vid torget, och i tisdags räknade jag 40 bilar i kö.");

        Assert.StartsWith("Vi bygger om", person.Answer(Slot.What), StringComparison.Ordinal);
        Assert.DoesNotContain("integritet", person.Answer(Slot.What), StringComparison.Ordinal);
    }

    private static Person With(PrivacyDesk desk, string language = "sv")
    {
        var person = new Person(language);
        return new Person(person.Context with { Privacy = desk }, person.Now);
    }
}
