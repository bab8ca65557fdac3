using System.Text.RegularExpressions;

namespace Dialog.Core.Assignments;

/// <summary>The words themselves, in both languages.</summary>
public static partial class SnoozeWords
{
    [GeneratedRegex(@"[,!…–—]|[.?](?=\s|$)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(efter lunch(en)?|after lunch)\b")]
    private static partial Regex AfterLunchWords();

    [GeneratedRegex(@"\b(om|in) ((?<n>en|ett par|par|några|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|a few|an|a|two|three|four|five|six|ten|[0-9]{1,3}) ((?<minutes>min|minuter|mins?|minutes?)|timme|timmar|hours?|h)|(?<half>en halvtimme|en halv timme|half an hour)|(?<quarter>en kvart|a quarter of an hour)|(?<while>en stund|ett tag|någon timme|nån timme|a while))(?=\s|$)")]
    private static partial Regex HoursWords();

    [GeneratedRegex(@"\b(om|in) (?<n>en|ett par|par|några|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|a few|an|a|two|three|four|five|six|ten|[0-9]{1,2}) ((?<week>vecka|veckor|weeks?)|dag|dagar|days?)(?=\s|$)")]
    private static partial Regex DaysWords();

    [GeneratedRegex(@"\b(i ?övermorgon|övermorgon|the day after tomorrow)( förmiddag| fm| morning|(?<pm> eftermiddag| em| afternoon| efter lunch(en)?| after lunch))?(?=\s|$)")]
    private static partial Regex DayAfterTomorrowWords();

    [GeneratedRegex(@"\b(inte (mer )?(idag|i dag)|inte en chans (idag|i dag)|not (any ?more )?today|no more( time)? today|(can't|cannot) do (any )?more today|(en|någon|nån) annan dag|another day|(har )?fullt upp (idag|i dag|hela dagen)|(orkar|hinner) inte (mer )?(idag|i dag)|låt mig sova på (saken|det))(?=\s|$)")]
    private static partial Regex NotTodayWords();

    [GeneratedRegex(@"\b((?<late>(mot |i )?slutet (av|på) )((?<this>(den här )?veckan)|nästa vecka)|(?<not>(inte|ej|not) )?((i )?(början|mitten) (av|på) )?(nästa vecka|next week)|(?<later>(lite )?senare i veckan|later this week)|(?<not>inte |(har )?fullt upp )(?<this>(den här|i) veckan)|(vecka|v|week) (?<number>[0-9]{1,2})|(?<not>not )(?<this>this week)|(?<month>nästa månad|next month))(?=\s|$)")]
    private static partial Regex WeekWords();

    [GeneratedRegex(@"\b((lite )?senare (idag|i dag|i eftermiddag|under dagen)|later today|(?<noon>i eftermiddag|i em|this afternoon|in the afternoon))(?=\s|$)")]
    private static partial Regex LaterTodayWords();

    [GeneratedRegex(@"\b(ikväll|i kväll|tonight)( (vid|efter|kl|klockan|at|after) ((kl|klockan) )?(?<hour>[0-9]{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ett|two|three|four|five|ten|one)(?<minutes>[.:](?<minute>[0-9][0-9]))?)?\b")]
    private static partial Regex TonightWords();

    [GeneratedRegex(@"\b((?<pm>(efter lunch(en)?|after lunch) )?(imorgon|i morgon|imorrn|i morrn|imorron|imorn|i morn|imorra|i morra|tomorrow))( bitti| förmiddag| morning|(?<pm> eftermiddag| em| afternoon| efter lunch(en)?| after lunch))?\b")]
    private static partial Regex TomorrowWords();

    /// <summary>"På tisdag", "inte på måndag", "nästa tisdag", "tidigast torsdag"; a day with nothing before it begins the message.</summary>
    [GeneratedRegex(@"\b((inte|ej) (på )?(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (men|utan) (på )?|(?<not>(inte|ej|not|can't|cannot) (svara |göra det |ta det |do it )?(på|on) )|(?<next>nästa vecka (på )?|nästa )|((förrän|först|tidigast|until) )?(på|on) |(förrän|först|tidigast|until) |(?<only>^))(?<day>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)( förmiddag| fm| morning|(?<pm> eftermiddag| em| afternoon| efter lunch(en)?| after lunch))?(?<next> nästa vecka| next week)?( (eller|or) (på |on )?(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday))?(?<cannot> ((kan|hinner) jag|funkar|går|passar|fungerar) (tyvärr )?(inte|ej))?(?=\s|$)")]
    private static partial Regex WeekdayWords();

    [GeneratedRegex(@"\b(efter semestern|after the holidays|after my holiday|after vacation)\b")]
    private static partial Regex AfterVacationWords();

    [GeneratedRegex(@"\b(?<feast>(efter|after) ((?<christmas>jul(en)?|christmas)|nyår(et)?|(the )?new year('s)?|(?<easter>påsk(en|helgen)?|easter)|(?<midsummer>midsommar(en|helgen)?|midsummer)|(?<weekend>helgen|the weekend)))(?=\s|$)")]
    private static partial Regex AfterFeastWords();

    /// <summary>Nothing but a day of the week or an hour: as much an answer to "when?" as a wish.</summary>
    [GeneratedRegex(@"^((på|on) )?(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)( förmiddag| eftermiddag| kväll| morning| afternoon| evening)?[ .!]*$|^(vid|runt|kl|klockan|at|around|about) ((kl|klockan) )?(\d{1,2}([.:]\d\d)?( ?[ap]m)?|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ett|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one)[ .!]*$")]
    private static partial Regex OnlyWhenWords();

    /// <summary>"Måste till nämnden nu, tar resten imorgon".</summary>
    [GeneratedRegex(@"^((hej|hi|oj|sorry|tyvärr|nej|nä|no)\b[ ,.!]*)*(jag )?((måste|ska|skall|behöver|sitter|är|springer|rusar|sticker|åker) (nu )?(till|på|i|iväg|ner|upp|hem|vidare)\b|(i )?(have to|need to|must|gotta|am off to|'m off to) )[^,.!?]{0,40}[,.!–-]+ *(?<wish>(så |men |och |so |but )*(jag |vi |i'll |we'll |i |we |kan vi )?(tar?|hör|hörs|återkommer|fortsätter|svarar|take|do|continue|answer|get back)\b.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex LeavingWords();

    /// <summary>"Efter sommaren", "i höst", "next year": so vague that a day is named in reply.</summary>
    [GeneratedRegex(@"\b(?<season>(efter|after) (?<afterSummer>sommar(en)?|sommarn|(the )?summer)|(i|till|in|this|until|next) (the )?((?<autumn>höst(en)?|autumn|fall)|(?<winter>vinter(n)?|winter)|(?<spring>vår(en)?|spring)|(?<summer>sommar(en)?|sommarn|summer))|(?<year>nästa år|next year))\b")]
    private static partial Regex SeasonWords();

    /// <summary>"Vi kommer på måndag", "det är på fredag": told of the thing itself, not of the answer.</summary>
    [GeneratedRegex(@"^((ja|nej|men|och|yes|no|but|and) )*((vi|we) (kommer(?! (tillbaka|igen))|går|springer|rusar|sticker|ringer|run)|(det|den|it) (är|blir|is)) (på|den|i|till|efter|kl|klockan|om|imorgon|nästa|on|in|at|after|next|tomorrow)\b")]
    private static partial Regex TellsWords();

    /// <summary>"Har möte kl 14" tells when it begins: nobody wants to be asked then.</summary>
    [GeneratedRegex(@"\b(har|have|got) ((ett|a) )?(möten?|meetings?)\b(?! *(nu )?(kl|klockan|på|den|i|imo\w+|fram|till|until|till|at|on|tomorrow|[0-9]))")]
    private static partial Regex MeetingWords();

    [GeneratedRegex(@"\b((har|have|got|sitter i|är i) ((ett|a) )?)?(möten?|meetings?|upptagen|busy)( just nu| nu| right now| now)? (fram )?(till|tills|until|til) ((kl|klockan|at) )?(?<hour>[0-9]{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ett|two|three|four|five|ten|one)([.:](?<minute>[0-9][0-9]))?( ?(?<pm>pm)| ?(?<am>am))?(?=\s|$)")]
    private static partial Regex BusyUntilWords();

    [GeneratedRegex(@"\b((på )?(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday) )?((den )?(?<day>[0-9]{1,2})/(?<number>[0-9]{1,2})|(den |the )?(?<day>[0-9]{1,2})(:[ae]|th|st|nd|rd)?( of)? (?<month>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october)|(?<month>january|february|march|april|may|june|july|august|september|october|november|december) (the )?(?<day>[0-9]{1,2})(th|st|nd|rd)?|den (?<day>[0-9]{1,2})(:[ae])?|the (?<day>[0-9]{1,2})(th|st|nd|rd))(?=\s|$)")]
    private static partial Regex DateWords();

    [GeneratedRegex(@"\b((kl|klockan|at|vid|efter|after|around|runt) ((kl|klockan) )?((?<halfTo>halv )|(?<halfPast>half past )|kvart (?<quarter>över|i) |quarter (?<quarter>past|to) )?(?<hour>[0-9]{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ett|two|three|four|five|ten|one)(tiden)?([.:](?<minute>[0-9][0-9]))?( ?(?<pm>pm)| ?(?<am>am))?|((?<halfTo>halv )|(?<halfPast>half past ))(?<hour>[0-9]{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ett|two|three|four|five|ten|one)|kvart (?<quarter>över|i) (?<hour>[0-9]{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ett|two|three|four|five|ten|one)|mellan (kl )?(?<hour>[0-9]{1,2}) och [0-9]{1,2}|(?<hour>[0-9]{1,2})[.:](?<minute>[0-9][0-9]))(?=\s|$)")]
    private static partial Regex ClockWords();

    [GeneratedRegex(@"\b(senare|inte (mer |just |riktigt )?nu|återkommer|((får|kan|måste|vill) jag|låt mig) (få )?återkomma( (om|till|på|med) (det|den|detta|saken))?|paus|pausa|later|not (right |just )?now|pause|i'll be back|i('ll| will) get back to you|(jag )?hör av mig|jag (måste|får|vill|behöver) (fundera|tänka)( (lite|efter))?( på (det|den|saken))?|(får jag|låt mig) (fundera|tänka)( (lite|efter))?( på (det|den|saken))?|(?<!\bvi )har fullt upp( just)?( nu)?|^fullt upp( just)?( nu)?|orkar inte( mer)?( just)?( nu)?|efter mötet|när mötet är slut|(en|någon|nån) annan gång|another time)\b|\bsen$")]
    private static partial Regex LaterWords();

    /// <summary>"Det är sen", "det kan inte pausa": statements, not wishes.</summary>
    [GeneratedRegex(@"\b(inte|är|not|is|vill)\b")]
    private static partial Regex DoesNotMeanLater();
}
