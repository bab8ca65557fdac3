using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Answers that name their question are put where they belong, also when several come in one message.</summary>
public class FilingTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";
    private const string Why = "Vi gör det eftersom äldre har sagt till mig att de inte orkar gå hela vägen till torget.";
    private const string Who = "Jag och tre kollegor på parkenheten byggde dem i vår verkstad.";
    private const string EnglishWhat = "Yesterday we put out 24 new benches along the river at Bridge Street, and they were all taken by the evening.";
    private const string EnglishWhy = "We do it because older people have told me that they can't walk all the way to the square.";
    private const string EnglishWho = "Three colleagues and I built them in our workshop.";

    public static TheoryData<string> Named =>
    [
        $"Vad: {What} Varför: {Why} Vem: {Who}",
        $"vad: {What}\nvarför: {Why}\nvem: {Who}",
        $"Vad? {What}\nVarför? {Why}\nVem? {Who}",
        $"Vad?\n\n{What}\n\nVarför?\n\n{Why}\n\nVem?\n\n{Who}",
        $"Hej!\n1. Vad: {What}\n2. Varför: {Why}\n3. Vem: {Who}",
        $"Här är mina svar:\n- Vem: {Who}\n- Vad – {What}\n- Varför – {Why}",
        $"Svar på vad: {What}\nSvar på varför: {Why}\nSvar på vem: {Who}",
        $"Vad handlar det om? Berätta som för en granne.\n{What}\nVarför gör ni det, och varför just nu?\n{Why}\nVem är det som gör det, och vem märker det? Var är du själv?\n{Who}",
    ];

    [Theory]
    [MemberData(nameof(Named))]
    public void What_why_and_who_in_one_message_fill_their_places_and_the_talk_goes_on_with_what_is_missing(string text)
    {
        var person = Person.Asked();
        Assert.Contains("”Varför?”", Assert.Single(person.Says(text)).Text, StringComparison.Ordinal);
        var next = Assert.Single(person.Quiet());

        Assert.Equal((What, Why, Who), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));
        Assert.Equal(Slot.Challenge, next.Slot);
    }

    [Theory]
    [InlineData($"What: {EnglishWhat} Why: {EnglishWhy} Who: {EnglishWho}")]
    [InlineData($"What? {EnglishWhat}\nWhy? {EnglishWhy}\nWho? {EnglishWho}")]
    [InlineData($"Here are my answers:\nWho - {EnglishWho}\nWhat - {EnglishWhat}\nWhy - {EnglishWhy}")]
    public void The_same_in_English(string text)
    {
        var person = Person.Asked("en");
        person.Says(text);

        Assert.Equal(Slot.Challenge, person.Quiet()[^1].Slot);
        Assert.Equal((EnglishWhat, EnglishWhy, EnglishWho), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));
    }

    [Fact]
    public void They_are_told_apart_in_the_reply_to_the_opening_too()
    {
        var person = new Person();
        person.Gets(Person.Assignment());
        person.Answers($"Vad: {What} Vem: {Who}");

        Assert.Equal((What, "", Who, Slot.Why), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who), person.Interview.Slot));
    }

    [Fact]
    public void Each_is_followed_up_in_its_turn()
    {
        var person = Person.Asked();
        person.Says($"Vad: Bänkar. Varför: {Why} Vem: Kommunen.");

        Assert.Equal((OutgoingKind.FollowUp, Slot.What), Asked(person.Quiet()));
        Assert.Equal((OutgoingKind.FollowUp, Slot.Who), Asked(person.Answers("I går satte vi ut 24 bänkar längs ån i Katrineholm.")));
        Assert.Equal(Slot.Challenge, person.Answers("Jag byggde dem själv med tre kollegor.")[^1].Slot);
        Assert.Equal("Kommunen.\nJag byggde dem själv med tre kollegor.", person.Answer(Slot.Who));
    }

    [Fact]
    public void What_may_harm_somebody_is_asked_about_wherever_it_stands()
    {
        var person = Person.Asked();
        person.Says($"Vad: {What} Varför: Ring mig på 070-174 06 05, eftersom det är bråttom för alla som bor här. Vem: {Who}");

        Assert.Equal(["Skriv om", "Stryk"], person.Quiet()[^1].Choices.Take(2).Select(choice => choice.Label));
        Assert.Equal(Slot.Why, person.Interview.Slot);
        Assert.Equal(Slot.Challenge, person.PressesLabel("Låt redaktionen avgöra")[^1].Slot);
    }

    [Theory]
    [InlineData("ångra")]
    [InlineData("stryk det!")]
    public void All_of_it_is_taken_back_together(string text)
    {
        var person = Person.Asked();
        person.Says($"Vad: {What} Varför: {Why} Vem: {Who}");

        Assert.Equal(Slot.What, person.Says(text)[^1].Slot);
        Assert.True(person.Interview.IsBlank);
        person.Answers(What);
        Assert.Equal((What, Slot.Why), (person.Answer(Slot.What), person.Interview.Slot));
    }

    [Fact]
    public void An_edited_message_changes_each_of_its_answers()
    {
        var person = Person.Asked();
        person.Says($"Vad: {What} Varför: {Why}", "m");
        person.Edits("m", $"Vad: {What} Varför: Därför. Vem: {Who}");
        Assert.Equal((What, "Därför.", Who), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));

        person.Edits("m", $"Vad: {Why} Vem: {Who}");
        Assert.Equal((Why, "", Who), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));

        person.Deletes("m");
        Assert.True(person.Interview.IsBlank);

        person.Edits("m", $"Vad: {What} Varför: {Why} Vem: {Who}");
        Assert.Equal((What, Why, Who), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));
    }

    [Fact]
    public void A_message_edited_into_several_answers_becomes_them()
    {
        var person = Person.Asked();
        person.Says(What, "m");
        person.Edits("m", $"Vad: {What}\nVarför: {Why}");

        Assert.Equal((What, Why), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Fact]
    public void One_name_in_each_of_several_messages_puts_each_in_its_place()
    {
        var person = Person.Asked();
        person.Says($"Vad: {What}");
        person.Says($"Varför: {Why}");
        person.Says($"Vem: {Who}");

        Assert.Equal(Slot.Challenge, Assert.Single(person.Quiet()).Slot);
        Assert.Equal((What, Why, Who), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));
    }

    [Theory]
    [InlineData("Vad är en bänk? Jo, en plats att vila på. Varför: fråga den som har gått långt.")]
    [InlineData("Varför inte? Vem bryr sig? Vi byggde 24 bänkar längs ån.")]
    [InlineData("Vi frågade barnen vad: bänkar, sa de, och varför: för att vila.")]
    [InlineData("Varför? Varför? frågade alla i Katrineholm i går.")]
    public void Such_words_within_what_is_told_part_nothing(string text)
    {
        var person = Person.Asked();
        person.Says(text);

        Assert.Equal((text, ""), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Fact]
    public void The_name_of_the_open_question_is_not_part_of_its_answer()
    {
        var person = Person.Asked();
        person.Says($"Vad: {What}");

        Assert.Equal(What, person.Answer(Slot.What));
    }

    private static (OutgoingKind, Slot?) Asked(IReadOnlyList<Outgoing> replies) => (replies[^1].Kind, replies[^1].Slot);
}
