using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dialog.Core.Assignments;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>An editor's question reaches the person: opening, yes, later, no.</summary>
internal static partial class Offering
{
    /// <summary>A longer reply says something beside it.</summary>
    private const int MostReplyWords = 6;

    /// <summary>So does what is longer than this before "men kör".</summary>
    private const int MostWordsBeforeGo = 9;

    /// <summary>A message of nothing but these says how the question is taken, and answers nothing: "ja, men bara kort". With any other word it is the first answer: "ja, vi har byggt ett bad".</summary>
    private static readonly FrozenSet<string> ReplyWords =
    [
        "ja", "japp", "jadå", "jo", "nej", "nä", "nja", "det", "den", "du", "jag", "är", "gör", "går", "funkar", "fungerar", "passar", "kan", "vill", "vet", "har", "ska", "får", "hinner", "tror", "nog", "väl", "bra", "fint", "utmärkt", "ok", "okej", "lugnt", "nu", "då", "så",
        "men", "fast", "bara", "om", "lite", "kort", "snabbt", "fort", "tid", "en", "ett", "par", "minut", "minuter", "inte", "ej", "tyvärr", "tack", "gärna", "helst", "kanske", "visst", "absolut", "självklart", "för", "mig", "kör", "igång", "på", "vad", "varför", "veta", "undrar", "fråga", "riktigt",
        "yes", "yeah", "yep", "sure", "no", "it", "it's", "is", "does", "works", "suits", "that", "that's", "this", "i", "you", "can", "could", "do", "will", "would", "want", "know", "have", "time", "but", "only", "just", "a", "few", "minutes", "quick", "quickly", "short", "keep",
        "if", "fine", "good", "great", "alright", "okay", "please", "thanks", "not", "don't", "doesn't", "isn't", "can't", "now", "really", "think", "so", "maybe", "of", "course", "for", "me", "sorry", "go", "ahead", "why", "what", "ask",
    ];

    private static readonly FrozenSet<string> Negations = ["nja", "inte", "ej", "not", "don't", "doesn't", "isn't", "can't"];

    /// <summary>An editor's order: the question goes out now, or is written down until its day.</summary>
    public static void Take(Talk talk, Incoming.Assigned assigned)
    {
        var assignment = assigned.Assignment with { Language = assigned.Assignment.InTheirLanguage ? talk.Context.Respondent.Language : assigned.Assignment.Language };
        if (talk.Now.Interviews.Find(known => known.Id == assignment.Id) is { } known)
        {
            Withdrawing.AskAgain(talk, known, assignment);
            return;
        }

        talk.Note(new Fact.AssignmentOpened(assignment));
        var interview = new Interview { Assignment = assignment, QuestionSet = talk.Context.QuestionSets.Newest.Key, Language = assignment.Language, State = InterviewState.Planned };
        talk.Put(interview);
        Start(talk, interview);
    }

    /// <summary>What is written down goes out, now or on its day.</summary>
    public static void Start(Talk talk, Interview interview)
    {
        var assignment = interview.Assignment;
        if (assignment.AsPlanned && Planning.Plan(talk, interview).Plan?.At(PlanStep.Question) > talk.At)
        {
            return;
        }

        if (Planning.Awaited(talk, interview) is { } there && there > talk.At)
        {
            Planning.Plan(talk, interview);
            talk.Note(new Fact.DueSet(Due.Plan(assignment.Id, PlanStep.Question, there)));
            return;
        }

        Offer(talk, interview);
    }

    /// <summary>The question goes out.</summary>
    public static void Offer(Talk talk, Interview interview)
    {
        var assignment = interview.Assignment;
        var busy = talk.Interview is { State: InterviewState.Open } current ? current : null;
        talk.Now = talk.Now with { Greeted = true };
        interview = interview with { State = InterviewState.Offered, AskedAt = talk.At };
        talk.Move(interview, AssignmentState.Assigned);
        Planning.GoOn(talk, interview);
        if (busy is null)
        {
            talk.Now = talk.Now with { Current = assignment.Id };
            SayOpening(talk, assignment);
            Remembering.Remind(talk);
        }
        else if (assignment.ReplyTo is null)
        {
            talk.Say(OutgoingKind.Note, Opening(talk, assignment) + " " + talk.Texts.WaitsForCurrent(busy.Assignment.Topic));
        }
    }

    /// <summary>The opening with its buttons. What readers say is the question itself: it is answered at once, put off, or left.</summary>
    public static void SayOpening(Talk talk, Assignment assignment)
    {
        var buttons = talk.Texts.Buttons;
        talk.Ask(
            OutgoingKind.Opening,
            Opening(talk, assignment),
            assignment.ReplyTo is null ? null : Slot.Synthesis,
            assignment.ReplyTo is null
                ? [(ChoiceValue.Go, buttons.Go), (ChoiceValue.Later, buttons.Later), (ChoiceValue.WrongPerson, buttons.WrongPerson)]
                : [(ChoiceValue.Later, buttons.Later), (ChoiceValue.Skip, buttons.Skip)]);
    }

    /// <summary>A reply to the opening: yes, no, or straight away the first answer.</summary>
    public static void Hear(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        if (SmallTalk.IsYes(text))
        {
            Begin(talk, interview);
        }
        else if (SmallTalk.IsNo(text) || IsNo(text) || Unwilling.Says(text))
        {
            Decline(talk, interview);
        }
        else if (SomebodyElseWords().IsMatch(text.Replace('’', '\'')) || HandsOver(text))
        {
            Decline(talk, interview, EditorNote.WrongPerson);
        }
        else if (interview.Assignment.ReplyTo is null && HearSuits(talk, interview, text))
        {
            return;
        }
        else if (SmallTalk.IsGreeting(text) || SmallTalk.IsPleasantry(text) || SmallTalk.IsWordless(text) || AboutWords().IsMatch(ShortReply.Plain(text)))
        {
            SayOpening(talk, interview.Assignment);
        }
        else
        {
            talk.Put(Agenda.Next(Opened(talk, interview)));
            Answering.Hear(talk, said, text);
        }
    }

    /// <summary>"Nej tack, jag vill inte vara med": a no in more words.</summary>
    public static bool IsNo(string text) => NoWords().IsMatch(ShortReply.Plain(text));

    /// <summary>"Fråga Karin Holm i stället", said to a question: somebody is named, and nothing else is said.</summary>
    public static bool HandsOver(string text) => NamedWords().IsMatch(text.Replace('’', '\''));

    public static void Begin(Talk talk, Interview interview) => Answering.AskNext(talk, Opened(talk, interview), talk.Texts.LetsGo);

    /// <summary>The person said yes.</summary>
    public static Interview Opened(Talk talk, Interview interview)
    {
        var open = interview with { State = InterviewState.Open, BeganAt = talk.At };
        talk.Move(open, AssignmentState.InProgress);
        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
        Planning.Begun(talk, open);
        return open;
    }

    public static void Decline(Talk talk, Interview interview, EditorNote why = EditorNote.Without)
    {
        talk.Say(OutgoingKind.Note, why == EditorNote.WrongPerson ? talk.Texts.WrongPerson : talk.Texts.Declined);
        End(talk, interview, why);
        Switching.Next(talk);
    }

    /// <summary>The person does not want to; nothing comes back by itself, and whoever asked hears of it.</summary>
    public static void End(Talk talk, Interview interview, EditorNote why = EditorNote.Without)
    {
        if (interview.AskedAt is not null)
        {
            Reviewing.TellEditors(talk, interview, why);
        }

        talk.Move(interview with { State = InterviewState.Abandoned }, AssignmentState.Declined);
        Planning.Cancel(talk, interview);
    }

    /// <summary>A reply to "does it suit now?", in more words than yes and no. False when it is none.</summary>
    private static bool HearSuits(Talk talk, Interview interview, string text)
    {
        var plain = ShortReply.Plain(text);
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isReply = words.Length is > 0 and <= MostReplyWords && words.All(ReplyWords.Contains);
        if (NotNowWords().IsMatch(plain))
        {
            Pausing.Snooze(talk, interview, SnoozeWords.Later(talk.At, talk.Own, talk.Calendar));
        }
        else if (YesWords().IsMatch(plain) || words.Length <= MostWordsBeforeGo && GoWords().IsMatch(plain) || isReply && SmallTalk.IsYes(words[0]) && !IsNegated(words))
        {
            Begin(talk, interview);
        }
        else if (isReply)
        {
            SayOpening(talk, interview.Assignment);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>"Ja, fast helst inte"; "why not" is a yes.</summary>
    private static bool IsNegated(string[] words) =>
        words.Where((word, at) => Negations.Contains(word) && (at == 0 || words[at - 1] is not ("why" or "varför"))).Any();

    private static string Opening(Talk talk, Assignment assignment)
    {
        if (assignment.ReplyTo is { } about)
        {
            return ReaderTexts.For(assignment.Language).Ask(talk.FirstName, about);
        }

        var opening = BotTexts.For(assignment.Language).Opening(talk.FirstName, assignment.EditorName, assignment.Brief ?? assignment.Topic, assignment.PublishOn >= Planning.Day(talk, talk.At) ? assignment.PublishOn : null);
        opening = assignment.StandsIn is { } place ? $"{ScheduleTexts.For(assignment.Language).StandIn(place.Name)} {opening}" : opening;
        return talk.Now.Interviews.Find(interview => interview.Id == assignment.Id) is { Plan.Early: true } ? $"{opening} {ScheduleTexts.For(assignment.Language).AskedEarly}" : opening;
    }

    /// <summary>"Vad gäller saken?": the opening tells it.</summary>
    [GeneratedRegex(@"^((hej|ja|ok|okej|men|hi|yes|well)\b[ .!]*)*(vad (gäller|rör) (saken|det)( här)?|vad handlar det( här)? om|vad är det( här)?( om| för (något|nåt|trams|skit|strunt))?|vad (vill|undrar) (du|ni)( veta)?|(är|gäller) det( här)? (till |för )?(annonsen|tidningen)|vilken (annons|tidning)|what('s| is) (this|it) about|what do you want to know|is (this|it) for the (ad|paper)|which (ad|paper))$")]
    private static partial Regex AboutWords();

    /// <summary>"Har möte om fem min men kör".</summary>
    [GeneratedRegex(@"(^|\b(men|så|ja|jaja|ok|okej|nu|då|but|so|yes) )(kör|kör på|kör igång|kör då|kör bara|kör hårt|kör vi|sätt igång|fråga på|fråga på då|go ahead|let's go|fire away|shoot)[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex GoWords();

    [GeneratedRegex(@"^(det|nu) (funkar|fungerar|går|passar)( bra| fint| utmärkt| nu| för mig)*[ .!]*$|^(jag har tid|kör på|(that|it|now) (works|suits me|is (fine|good))|works|fine by me|it's (fine|good|ok|okay|alright)|it (is|does))( fine| now| for me)*[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex YesWords();

    [GeneratedRegex(@"^((nej|nä|no|sorry|tyvärr|tack|thanks|thank you|men|but)\b[ ,.!–-]*)*((jag )?(vill (helst |verkligen )?(inte|slippa)|har ingen lust|avstår|avböjer|tackar nej|är inte intresserad)|det vill jag (helst |verkligen )?inte|inte intresserad|(jag har )?ingen kommentar|no comment|(i )?(don't want to|do not want to|decline)|(i'd|i would) (rather|prefer) not|(i'm |i am )?not interested|count me out)( to)?( vara med| delta| svara| på det| i det| det här| längre| mer| tyvärr| den här gången| tack| take part| be part of (it|this)| in (it|this)| do this| answer| this time| thanks| sorry)*[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoWords();

    [GeneratedRegex(@"^((nej|nä|no|sorry|tyvärr|men|but|((det|det här) är |(this|it)( is|'s) )?(nog )?(inte jag|not me)( (som|who) (ska|bör|kan|borde|should|can|could)( (svara|berätta|göra|veta|answer|tell))?( på)?( (det|den|detta|that|this|it))?( här)?( frågan?)?)?)\b[ ,.!–-]*)*((det (är|blir) (nog )?|jag är (nog )?|that's |this is |it's |(i'm |i am |you have )(the )?)?(fel person|inte rätt person|wrong person|not the right person)(, (fråga|ask) .{2,40})?|((det|det här) är |(this|it)( is|'s) )?(nog )?inte (till |för )?(jag|mig)( som (ska|bör|kan|borde)( (svara|berätta|göra|veta))?( på)?( (det|den|detta))?( här)?( frågan?)?)?|((this|it)( is|'s) )?not (for )?me( who (should|can|could)( (answer|tell))?( (that|this|it))?)?|((du|ni) (får|kan|bör|borde) |du |please |you (should|can|could) )?(fråga|prata med|hör med|kolla med|ta det med|kontakta|vänd dig till|ask|talk to|check with|contact|try)( hellre)? ((någon|nån) annan|someone else|somebody else|(?!(mig|oss|me|us|om|again|igen)\b)[^\n?]{2,40}? (i ?stället|hellre|instead)|(?-i:\p{Lu}\p{L}+( \p{Lu}\p{L}+)?)))( tack| please)?[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SomebodyElseWords();

    [GeneratedRegex(@"^((nej|nä|no|sorry|tyvärr|men|but|det vet (inte jag|jag inte)|inte jag|vet inte|i don't know|not me)\b[ ,.!–-]*)*((du|ni) (får|kan|bör|borde) |du |please |you (should|can|could) )?(fråga|prata med|hör med|kolla med|ta det med|kontakta|vänd dig till|ask|talk to|check with|contact)( hellre)? (någon annan|nån annan|someone else|somebody else|(?-i:\p{Lu}\p{L}+( \p{Lu}\p{L}+)?)( på [\p{L}]{2,30})?)( om (det|den|detta)| about (that|it))?( i ?stället| hellre| instead)?( tack| please)?[ .!]*$|^((nej|nä|no|sorry|tyvärr|men|but)\b[ ,.!–-]*)*((det|den|detta|that|it)( där| här)? )(vet|kan|får|bör|should) (nog |väl |mycket )*(?-i:\p{Lu}\p{L}+( \p{Lu}\p{L}+)?)( på [\p{L}]{2,30})? (bättre|bäst|mer om|svara på|svara|ta|berätta|berätta om|answer)( än jag| än mig)?[ .!]*$|^(?-i:\p{Lu}\p{L}+( \p{Lu}\p{L}+)?) (knows (that |it )?(better|best)|(should|can) answer (that|this|it))[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NamedWords();

    [GeneratedRegex(@"^((nej|nä|no|sorry|tyvärr)\b[ ,.!–-]*)*((det |nu |jag )?(passar (inte|dåligt|illa)|gör det inte|går inte|funkar inte|kan inte)|(it's |it is |this is |now is )?(not a (good|great) (time|moment)|a (bad time|bad moment)|bad (time|timing|moment))|it (isn't|doesn't|does not|is not)|(i )?can't)( så bra| alls| just nu| nu| idag| i dag| tyvärr| right now| now| today| for me| för mig)*[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NotNowWords();
}
