using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Drafts;

/// <summary>What an editor who prints the drafts tomorrow would otherwise have to mend.</summary>
public sealed class PrintedTests
{
    [Theory]
    [InlineData("sv", "för att bussen är viktigare än en bil. så enkelt är det. sen kör vi 310 km.", "För att bussen är viktigare än en bil. Så enkelt är det. Sen kör vi 310 km.")]
    [InlineData("en", "she says her tap drips. it doesn't. she wants to hear a voice.", "She says her tap drips. It doesn't. She wants to hear a voice.")]
    [InlineData("sv", "Vi betalar 85 kr. per timme, t.ex. på sommaren, evtl. mer.", "Vi betalar 85 kr. per timme, t.ex. på sommaren, evtl. mer.")]
    [InlineData("en", "We open at 6 p.m. every day. iPhones work, too.", "We open at 6 p.m. every day. iPhones work, too.")]
    [InlineData("sv", "Läs mer på katrineholm.se. snö.se finns inte.", "Läs mer på katrineholm.se. snö.se finns inte.")]
    [InlineData("sv", "Ett rör från 1953 håller inte -- vi byter 4 km om året.", "Ett rör från 1953 håller inte – vi byter 4 km om året.")]
    [InlineData("sv", "Vi plogar bl. a. Storgatan fr. o. m. i går.", "Vi plogar bl. a. Storgatan fr. o. m. i går.")]
    [InlineData("sv", "Kör flaggan --snö i programmet.", "Kör flaggan --snö i programmet.")]
    [InlineData("sv", "Rören--de gamla--läcker varje natt.", "Rören – de gamla – läcker varje natt.")]
    [InlineData("sv", "Vi byter 4 km om året-- och lagar resten --", "Vi byter 4 km om året – och lagar resten.")]
    [InlineData("en", "We dug there 2019--2024 and again.", "We dug there 2019–2024 and again.")]
    [InlineData("en", "-- we plough at night.", "– We plough at night.")]
    [InlineData("sv", "Läs mer på https://katrineholm.se/snö--is i dag.", "Läs mer på https://katrineholm.se/snö--is i dag.")]
    public void Sentences_begin_with_a_capital_and_dashes_are_dashes(string language, string said, string printed) =>
        Assert.Contains(printed, Compose("web", language, why: said).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Varför gräver ni upp samma gata två gånger?", "Fibern ville inte vänta på oss 2019.")]
    [InlineData("en", "Why do you dig up the same street twice?", "They would not wait for us in 2019.")]
    public void An_objection_that_is_a_question_stands_above_its_answer(string language, string challenge, string synthesis)
    {
        Assert.All(new[] { "facebook", "linkedin", "ad" }, outlet => Assert.Contains($"? {challenge}\n\n", Compose(outlet, language, "Jag lagar rör i Katrineholm, eftersom vattnet måste fram.", challenge: challenge, synthesis: synthesis).Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Vi plogar den, men inte först. Jag skulle också vara sur.", "Vi plogar den")]
    [InlineData("en", "We plough it, though not first. I would be cross, too.", "We plough it")]
    public void An_answer_that_points_to_an_objection_which_does_not_stand_stands_nowhere_alone(string language, string synthesis, string pointing) =>
        Assert.DoesNotContain(pointing, Compose("facebook", language, "Jag kör plogen i Katrineholm, eftersom bussarna ska fram.", challenge: new string('a', 1200), synthesis: synthesis).Text, StringComparison.Ordinal);

    [Fact]
    public void No_label_says_answer_where_no_objection_stands()
    {
        var post = Compose("facebook", "sv", "För att bussarna ska fram i Katrineholm.", challenge: new string('a', 1200), synthesis: "Vi la 4 miljoner på lagningar bara i fjol.", what: "Vi plogar 14 gator varje natt.");

        Assert.Contains("Varför? För att bussarna", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Svaret?", post.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Kom och titta, sa jag till honom i maj. Det gjorde han! Han är handledare nu.")]
    [InlineData("en", "You do. Fair point. You get less bus for it, and I won't pretend otherwise.")]
    public void The_answer_to_the_objection_keeps_its_first_and_last_words(string language, string synthesis) =>
        Assert.EndsWith($"? {synthesis}", Compose("facebook", language, "Jag kör 14 gator i Katrineholm.", challenge: "Ungdomar orkar inget.", synthesis: synthesis).Parts.Single(part => part.Kind == "reflection").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Ni plogar aldrig vår gata.", "Jo, i fjol. Jag körde själv 14 nätter.")]
    [InlineData("sv", "Det syns ingenting av pengarna.", "Jo det gör det. Vi la 4 miljoner på lagningar.")]
    [InlineData("sv", "Det blir dyrare.", "Nja, inte för alla. Vi har 14 olika taxor.")]
    [InlineData("en", "You never come here.", "Yeah, not in July. We were here 14 times in June.")]
    public void A_yes_or_no_to_the_objection_is_not_cut_off_what_it_says(string language, string challenge, string synthesis)
    {
        Assert.EndsWith($"? {synthesis}", Compose("facebook", language, "Jag kör 14 gator i Katrineholm.", challenge: challenge, synthesis: synthesis).Parts.Single(part => part.Kind == "reflection").Text, StringComparison.Ordinal);
        Assert.Contains(synthesis, Compose("web", language, "Jag kör 14 gator i Katrineholm.", challenge: challenge, synthesis: synthesis).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Blir det dyrare för mig? Ja, två kronor i timmen. Jag räknade på 14 gator i Katrineholm.", "Ja, två kronor i timmen.")]
    [InlineData("Varför gör vi det? Jo, för att bussarna ska fram i Katrineholm.", "? För att bussarna")]
    [InlineData("Ja, vi plogar 14 gator i Katrineholm.", "\nVi plogar 14 gator")]
    public void A_yes_is_filler_only_where_nothing_was_asked_that_it_answers(string why, string printed) =>
        Assert.Contains(printed, Compose("web", "sv", why).Text, StringComparison.Ordinal);

    [Fact]
    public void What_was_struck_before_its_yes_was_kept_stands_nowhere() =>
        Assert.DoesNotContain("i fjol", Compose("web", "sv", "Jag kör 14 gator i Katrineholm.", challenge: "Ni plogar aldrig.", synthesis: "Jo, vi kom i fjol. Jag körde själv 14 nätter.", change: material => material with { Struck = ["Vi kom i fjol."] }).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Det är två skäl.", "Bussen ska fram i tid.", "Jag vill att hemtjänsten hinner till Katrineholm, eftersom folk väntar.")]
    [InlineData("en", "Two reasons really.", "The bus must run on time.", "I want the nurses to reach Katrineholm, because people wait.")]
    [InlineData("en", "There are several reasons.", "The bus must run on time.", "I want the nurses to reach Katrineholm, because people wait.")]
    public void What_a_sentence_announces_stands_behind_it_or_it_stands_nowhere(string language, string announced, string first, string second)
    {
        var why = $"{announced} {first} {second} I går körde jag 14 gator i Katrineholm, eftersom det hade snöat hela natten igen.";
        foreach (var size in new[] { 0, 60, 160, 300 })
        {
            var filler = size == 0 ? "" : new string('a', size) + ". ";
            foreach (var outlet in new[] { "x", "bluesky", "press", "facebook", "ad" })
            {
                var draft = Compose(outlet, language, filler + why, change: material => material with { Assignment = material.Assignment with { AdSize = AdSize.Eighth } });
                Assert.DoesNotContain(draft.Headlines, headline => headline.Text == announced);
                Assert.True(!draft.Text.Contains(announced, StringComparison.Ordinal) || draft.Text.Contains($"{announced} {first} {second}", StringComparison.Ordinal), draft.Text);
            }
        }
    }

    [Theory]
    [InlineData("Två saker gör mig glad i Katrineholm varje dag, eftersom snön ligger.")]
    [InlineData("Flera saker är svåra i Katrineholm.")]
    public void What_says_something_itself_announces_nothing(string why) =>
        Assert.StartsWith(why, Passage(Compose("x", "sv", $"{why} Snö.")), StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Jag har tre skäl.\n- gratis kaffe\n- läxhjälp\n- tyst rum", "tre skäl")]
    public void What_announces_a_list_that_stands_in_no_draft_stands_in_none(string language, string why, string announced) =>
        Assert.DoesNotContain(announced, Compose("web", language, why, what: "Vi öppnar biblioteket i Katrineholm på söndagar.").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Det var kallt i trappan utanför. I minus 8 grader. Jag kunde inte gå hem från det i Katrineholm.", "I minus 8 grader.")]
    [InlineData("sv", "Det var på kyrkogården. Lärde mig två saker: att passa tid i 14 år, och att prata med folk.", "Lärde mig")]
    [InlineData("en", "It drips in the nurses' rooms. Teenagers too, although they'd never tell me in 14 years.", "Teenagers too")]
    [InlineData("en", "It is used for 13 minutes. Mine certainly is, I say to all 14 of them.", "Mine certainly")]
    [InlineData("en", "It is cold, one woman told us. \"I just wear two coats at home.\" I couldn't sleep for 14 nights.", "\"I just")]
    [InlineData("sv", "Det var ordföranden i föreningen. ”Jag går inte ut själv längre”, sa hon på 14 möten.", "”Jag går")]
    public void The_rest_of_the_sentence_before_opens_no_passage_and_is_no_headline(string language, string why, string rest)
    {
        Assert.All(new[] { "x", "mastodon", "press", "web" }, outlet => Assert.False(Passage(Compose(outlet, language, why)).StartsWith(rest, StringComparison.Ordinal)));
        Assert.All(Compose("ad", language, why).Headlines, headline => Assert.False(headline.Text.StartsWith(rest, StringComparison.Ordinal), headline.Text));
    }

    [Theory]
    [InlineData("en", "It is dark at three places. I drive. I plough 14 streets in Katrineholm.", "I drive.")]
    [InlineData("sv", "Det är mörkt på tre ställen. På måndag börjar jag plöja 14 gator i Katrineholm.", "På måndag")]
    public void What_only_looks_like_a_rest_opens_a_passage(string language, string why, string opens) =>
        Assert.StartsWith(opens, Passage(Compose("x", language, why)), StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Jag och min båt Vimpa. 12 frivilliga mäter siktdjup varje söndag.", "Vem? Jag och min båt Vimpa.")]
    [InlineData("en", "Me and Dave. He can name 14 orchids.", "Who? Me and Dave.")]
    [InlineData("sv", "Jag, 19 lärare, 640 elever. De sitter i bilen 30 % av sin tid, säger jag.", "Vem? Jag, 19 lärare, 640 elever.")]
    [InlineData("sv", "Jag och tre kollegor har ritat 14 platser.", "\n\nJag och tre kollegor har ritat 14 platser.")]
    [InlineData("sv", "Jag och Kim byggde dem på 14 dagar.", "\n\nJag och Kim byggde dem på 14 dagar.")]
    [InlineData("en", "Me and Dave planted 14 of them.", "\n\nMe and Dave planted 14 of them.")]
    public void Who_it_is_alone_stands_under_its_question(string language, string who, string printed) =>
        Assert.Contains(printed, Compose("facebook", language, "Jag plogar 14 gator i Katrineholm, eftersom bussarna ska fram.", who: who).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Jag stod själv 14 nätter där. Jag plogar i Katrineholm varje natt.", "Jag plogar i Katrineholm varje natt.")]
    [InlineData("en", "I have measured it 14 times myself. I plough in Katrineholm every night.", "I plough in Katrineholm every night.")]
    public void What_points_to_nothing_is_headline_and_pull_quote_before_what_does(string language, string why, string alone)
    {
        var ad = Compose("ad", language, why);

        Assert.Contains(alone, ad.Headlines.Select(headline => headline.Text));
        Assert.Equal(alone, ad.Parts.Single(part => part.Kind == "pullQuote").Text.Trim('”', '“'));
    }

    [Fact]
    public void What_the_person_struck_as_an_earlier_version_wrote_it_stands_nowhere() =>
        Assert.DoesNotContain("dyrt", Compose("web", "sv", "Jag plogar 14 gator. det blev dyrt -- för dyrt.", change: material => material with { Struck = ["Jag plogar 14 gator. det blev dyrt -- för dyrt."] }).Text, StringComparison.Ordinal);

    private static string Passage(Draft draft) => draft.Parts.Where(part => part.Kind == "reflection").Select(part => part.Text).FirstOrDefault("").TrimStart('“', '”');

    private static Draft Compose(string outlet, string language, string why, string? challenge = null, string? synthesis = null, string? what = null, string? who = null, Func<Material, Material>? change = null)
    {
        var said = new[] { (Slot.What, what), (Slot.Why, why), (Slot.Who, who), (Slot.Challenge, challenge), (Slot.Synthesis, synthesis) };
        var material = ComposerProperties.Some(AdSize.Half, Voice.Own, threads: false, language, 0, [.. said.Where(answer => answer.Item2 is not null).Select(answer => (answer.Item1, new AnswerText(1, [new AnswerLine(answer.Item2!)])))]);
        return Composer.Compose((change ?? (same => same))(material)).Single(draft => draft.Outlet == outlet);
    }
}
