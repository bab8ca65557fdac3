using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Reads a change of what was said out of a message (domain.md §2.3, the table of forms). Whether the words it names stand anywhere is for the caller to see.</summary>
internal static partial class AmendmentReader
{
    /// <summary>A longer message says something itself.</summary>
    private const int MostRetractWords = 15;

    private const int MostReplaceWords = 30;

    /// <summary>"Nej. Stryk det!" takes back more than its own no.</summary>
    private const int LeastStruckWords = 2;

    /// <summary>More words in the sentences behind "ta bort den" are what it stands among.</summary>
    private const int MostWordsBehind = 2;

    /// <summary>"Jag menar x, inte y" with more words on either side is an opinion.</summary>
    private const int MostUncertainWords = 3;

    /// <summary>Without one of these nothing is taken back: a cheap look that spares most messages the reading.</summary>
    private static readonly SearchValues<string> RetractVerbs =
        SearchValues.Create(["stryk", "bort", "radera", "scratch", "strike", "delete", "remove", "take out", "drop", "erase"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["första"] = 1,
        ["andra"] = 2,
        ["tredje"] = 3,
        ["fjärde"] = 4,
        ["sista"] = -1,
        ["senaste"] = -1,
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["last"] = -1,
    }.ToFrozenDictionary();

    /// <summary>The change a message asks for; null when it asks for none.</summary>
    public static Amendment? Read(string text)
    {
        if (text.Length > 2000)
        {
            return null;
        }

        if (Asterisk().Match(text) is { Success: true } star)
        {
            return new Amendment.Respell(star.Groups["word"].Value.Trim());
        }

        var filler = Filler().Match(text).Value;
        var rest = text[filler.Length..];
        var words = TextParts.Words(rest).Count;
        return Moving(rest) ?? Adding(rest) ?? Writing(rest) ?? (words <= MostReplaceWords ? Replacing(rest, words) ?? Naming(rest) ?? Correcting(rest, ThinksAgain().IsMatch(filler), Denies().IsMatch(filler)) : null) ?? (words <= MostRetractWords ? Retracting(rest) : null);
    }

    /// <summary>"Barnen behöver den. Nej förresten, stryk det. Den gamla var trasig.": the sentence that is taken back within its own message, and what is left of it. Null when the message takes back nothing of itself.</summary>
    public static (string Struck, string Others)? WithinItself(string text)
    {
        var sentences = text.Length > 2000 ? [] : TextParts.Sentences(text);
        for (var at = 1; at < sentences.Count; at++)
        {
            var filler = Filler().Match(sentences[at]).Value;
            var strike = StrikeThat().Match(sentences[at][filler.Length..]);
            if (!strike.Success || !strike.Groups["sure"].Success && !TakesBack().IsMatch(filler) || !MayBeMeant(sentences[at - 1], isEnd: sentences.Skip(at + 1).All(SmallTalk.IsPleasantry)))
            {
                continue;
            }

            return (sentences[at - 1], string.Join(' ', sentences.Take(at - 1).Concat(sentences.Skip(at + 1))));
        }

        return null;
    }

    /// <summary>"Det var 2021 vi började, inte 2019. Barnen slängde hälften.": what is corrected at the head of an answer, and the answer. Null when its first sentence corrects nothing.</summary>
    public static (Amendment.Replace Corrected, string Others)? AtItsHead(string text)
    {
        var sentences = text.Length > 2000 ? [] : TextParts.Sentences(text);
        if (sentences.Count < 2 || TextParts.CountWords(sentences[0]) > MostRetractWords)
        {
            return null;
        }

        var filler = Filler().Match(sentences[0]).Value;
        return Correcting(sentences[0][filler.Length..], ThinksAgain().IsMatch(filler), Denies().IsMatch(filler)) is Amendment.Replace replace ? (replace, string.Join(' ', sentences.Skip(1))) : null;
    }

    /// <summary>A sentence that says something, and does not itself say that something before it was wrong.</summary>
    private static bool MayBeMeant(string sentence, bool isEnd) =>
        TextParts.CountWords(sentence[Filler().Match(sentence).Length..]) >= LeastStruckWords && !(isEnd && Regrets().IsMatch(sentence));

    private static Amendment.Move? Moving(string text) =>
        MoveWords().Match(text) is { Success: true } match && Command.ReadSlot(match.Groups["slot"].Value) is { } slot ? new Amendment.Move(slot) : null;

    private static Amendment.Add? Adding(string text)
    {
        if (AddTo().Match(text) is { Success: true } named && Command.ReadSlot(named.Groups["slot"].Value) is { } slot && Bare(named.Groups["text"].Value) is { Length: > 0 } added)
        {
            return new Amendment.Add(added, slot);
        }

        if (Forgot().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var rest = match.Groups["text"].Value.Trim();
        var where = AddWhere().Match(rest);
        var body = where.Success ? rest[..where.Index] : rest;
        var to = where.Success ? Command.ReadSlot(where.Groups["slot"].Value) : null;
        return body.Trim(' ', ',', ';', '–', '-') is { Length: > 0 } said && (to is not null || match.Groups["colon"].Success) ? new Amendment.Add(Unquoted(said), to) : null;
    }

    private static Amendment.Write? Writing(string text) =>
        WriteWords().Match(text) is { Success: true } match && !InsteadOf().IsMatch(match.Groups["text"].Value) ? new Amendment.Write(Unquoted(match.Groups["text"].Value)) : null;

    private static Amendment? Replacing(string text, int words)
    {
        foreach (var pattern in new Func<Regex>[] { WriteInsteadOf, SwapFor, SwapTo })
        {
            if (pattern().Match(text) is { Success: true } swap && Pair(swap, certain: IsQuoted(swap.Groups["from"].Value)) is { } replace)
            {
                return replace;
            }
        }

        if (WriteInstead().Match(text) is { Success: true } instead && IsKnownKind(instead.Groups["to"].Value))
        {
            return new Amendment.ReplaceWhat(Bare(instead.Groups["to"].Value));
        }

        if (Meant().Match(text) is not { Success: true } meant)
        {
            return null;
        }

        var certain = meant.Groups["certain"].Success;
        var rest = meant.Groups["rest"].Value.Trim();
        foreach (var pattern in new Func<Regex>[] { NotThat, NotButThis })
        {
            if (pattern().Match(rest) is { Success: true } match && Pair(match, certain && words <= MostRetractWords) is { } replace && (certain ? !Clause().IsMatch(replace.To) : MayCorrect(match, meant.Groups["be"].Success)))
            {
                return replace;
            }
        }

        return (certain ? TextParts.Words(rest).Count is > 0 and <= 5 && !NotBare().IsMatch(rest) : meant.Groups["means"].Success && IsKnownKind(rest)) ? new Amendment.ReplaceWhat(certain ? Bare(rest) : Named(rest)) : null;
    }

    /// <summary>"Nej vänta, november", "inte Maria, Malin": a name, a day or a number, and nothing else.</summary>
    private static Amendment? Correcting(string text, bool thinksAgain, bool denies)
    {
        foreach (var (pattern, certain) in new (Func<Regex>, bool)[] { (NotThatButThis, true), (ThisNotThat, thinksAgain) })
        {
            if (pattern().Match(text) is { Success: true } match && ItIs().Replace(match.Groups["to"].Value, "", 1) is var to && IsKnownKind(match.Groups["from"].Value) && IsKnownKind(to))
            {
                return new Amendment.Replace(Named(match.Groups["from"].Value), Named(to), certain);
            }
        }

        if (ItWasNot().Match(text) is { Success: true } was && DayOrNumber().IsMatch(was.Groups["from"].Value) && DayOrNumber().IsMatch(was.Groups["to"].Value))
        {
            return new Amendment.Replace(Named(was.Groups["from"].Value), Named(was.Groups["to"].Value), Certain: false);
        }

        if ((thinksAgain || denies) && Called().Match(text) is { Success: true } called && ProperName().IsMatch(called.Groups["to"].Value))
        {
            return new Amendment.ReplaceWhat(called.Groups["to"].Value, Certain: false);
        }

        var only = ItIs().Replace(text, "", 1);
        return thinksAgain && IsKnownKind(only) || denies && DayOrNumber().IsMatch(Bare(only)) ? new Amendment.ReplaceWhat(Named(only), Certain: thinksAgain) : null;
    }

    /// <summary>"Nej, april menar jag", "hon heter Karin Öhst, inte Öst".</summary>
    private static Amendment? Naming(string text)
    {
        if (CalledNot().Match(text) is { Success: true } called && IsKnownKind(called.Groups["from"].Value) && IsKnownKind(called.Groups["to"].Value))
        {
            return new Amendment.Replace(Named(called.Groups["from"].Value), Named(called.Groups["to"].Value), Certain: true);
        }

        return MeantLast().Match(text) is { Success: true } meant && IsKnownKind(meant.Groups["to"].Value) ? new Amendment.ReplaceWhat(Named(meant.Groups["to"].Value)) : null;
    }

    private static bool IsKnownKind(string words) => DayOrNumber().IsMatch(Bare(words)) || ProperName().IsMatch(Bare(words));

    private static string Named(string words) => Before().Replace(Bare(words), "", 1);

    private static Amendment? Retracting(string text)
    {
        if (!text.AsSpan().ContainsAny(RetractVerbs))
        {
            return null;
        }

        text = YouMayStrike().Replace(text, "stryk ${what}", 1);
        foreach (Match verb in RetractVerb().Matches(text))
        {
            if (!(verb.Groups["told"].Success ? IsFiller(text[..verb.Index]) : IsImperative(text[..verb.Index])))
            {
                continue;
            }

            var what = text[(verb.Index + verb.Length)..].Trim();
            if (Nth().Match(what) is { Success: true } nth)
            {
                var (number, sentence) = (Ordinals[nth.Groups["nth"].Value.ToLowerInvariant()], nth.Groups["sentence"].Success);
                return number < 0 && !sentence ? new Amendment.RetractLast() : new Amendment.RetractNth(number, sentence);
            }

            if (About().Match(what) is { Success: true } about && Bare(about.Groups["words"].Value) is { Length: > 0 } words)
            {
                return new Amendment.RetractNamed(words, Certain: true);
            }

            if (TheLast().Match(what) is { Success: true } last && !(SentenceEnd().IsMatch(text[..verb.Index]) && GoesOn(what[last.Length..])))
            {
                return new Amendment.RetractLast();
            }

            if (verb.Index == 0 && Bare(what) is { Length: > 1 } named)
            {
                return new Amendment.RetractNamed(named, Certain: IsQuoted(what) || Strikes().IsMatch(verb.Value));
            }
        }

        return null;
    }

    /// <summary>"Den var ful. Ta bort den. Så sa alla på mötet.": told, not asked.</summary>
    private static bool GoesOn(string behind) =>
        SentenceEnd().Match(behind) is { Success: true } end && TextParts.CountWords(behind[end.Index..]) > MostWordsBehind;

    /// <summary>"Vi vill ta bort den gamla lekplatsen" and "vi åker ut och tar bort det" tell, "nej, ta bort den" and "jag tar bort det" ask.</summary>
    private static bool IsImperative(string before) => IsFiller(before) || ImperativeBefore().IsMatch(before);

    private static bool IsFiller(string before) => before.Length == 0 || FillerBefore().IsMatch(before);

    /// <summary>A few words for others, or quoted ones. "Det ska vara enkelt, inte krångligt" tells; of a day or a number the same corrects.</summary>
    private static bool MayCorrect(Match match, bool be) => Array.TrueForAll(["from", "to"], side =>
        match.Groups[side].Value is var words && (be ? DayOrNumber().IsMatch(Bare(words)) : IsQuoted(words) || TextParts.Words(words).Count <= MostUncertainWords && !NotBare().IsMatch(words)));

    private static Amendment.Replace? Pair(Match match, bool certain)
    {
        // The comma and the spaces around them are the command's.
        var (from, to) = (Bare(match.Groups["from"].Value.Trim().TrimEnd(',')), Bare(match.Groups["to"].Value.Trim().TrimEnd(',')));
        return from.Length == 0 || to.Length == 0 ? null : new Amendment.Replace(from, to, certain);
    }

    private static bool IsQuoted(string text) => text.Trim() is ['"' or '”' or '“' or '’' or '‘' or '\'' or '«' or '»', ..];

    /// <summary>Without the quotes and the end marks that belong to the command; a sentence keeps its own.</summary>
    private static string Bare(string text)
    {
        var inner = Unquoted(text);
        return TextParts.Words(inner).Count > 5 ? inner : inner.TrimEnd('.', '!', ' ', ',');
    }

    private static string Unquoted(string text)
    {
        var trimmed = text.Trim().TrimStart(':', ' ');
        return IsQuoted(trimmed) ? trimmed.TrimEnd('.', '!', ' ', ',').Trim('"', '”', '“', '’', '‘', '\'', '«', '»', ' ') : trimmed;
    }

    [GeneratedRegex(@"^(\*(?<word>[^\s*\n][^*\n]{0,40})|(?<word>[^\s*\n]{2,30})\*)$")]
    private static partial Regex Asterisk();

    [GeneratedRegex(@"^((oj|ojdå|haha|hehe|hm+|öh|eh|äh|nja|nej|nä|ja|jo|men|fast|eller|och|så|ok|okej|okay|sorry|ursäkta|förlåt|oops|ops|well|no|yes|and|but|so|actually|förresten|by the way|btw|wait|vänta|ps|du|snälla|please|kan du|could you|can you)\b[ ,.!…:–-]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^((det|den)( där| här)?( (sista|senaste))?|det jag (nyss )?skrev)( nyss)? (var|är|hör|hörde|gäller|gällde|ska|skulle|passar)( egentligen| ju)?( svaret| svar| ett svar)?( (på|till|under|in under|stå under|ligga under|höra till))( frågan)? (?<slot>\p{L}{2,20}?)([ -]?(frågan|question))?[.!…]*$|^flytta (det|den)( där| här)?( sista| senaste)? till (?<slot>\p{L}{2,20}?)([ -]?(frågan|question))?[.!…]*$|^(that|this)( one)? (was|is|were|belongs|goes|should go)( really| actually)?( the| my| an)?( answer)? ?(to|for|under) (the )?(?<slot>\p{L}{2,20}?)( question)?[.!…]*$|^move (that|this|it|the last one) to (?<slot>\p{L}{2,20}?)([ -]?(frågan|question))?[.!…]*$", RegexOptions.IgnoreCase)]
    private static partial Regex MoveWords();

    [GeneratedRegex(@"^(jag )?(glömde|missade)( (att )?(säga|skriva|nämna|lägga till))?( en sak| det här)?(?<colon>\s*[:–-])?,?\s+(?<text>.+)$|^(i )?(forgot|missed)( (to (say|mention|add|write)))?( one thing| this)?(?<colon>\s*[:–-])?,?\s+(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Forgot();

    [GeneratedRegex(@"[,.;:!–-]?\s*(och )?(lägg (till |in )?(det|den|gärna det)? ?(på|till|under|i)|add (it|that|this) (to|under)|put (it|that) (in|under))( svaret på| frågan| the answer to)? (?<slot>\p{L}{2,20})[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex AddWhere();

    [GeneratedRegex(@"^(lägg till( det)?( här)? (på|till|under|i)|lägg till på|add( this| that)? (to|under))( svaret på| the answer to)? (?<slot>[\p{L}]{2,20})\s*[:–-]\s*(?<text>.+)$|^(lägg till|add)\s*:?\s+(?<text>.+?)\s+(på|till|under|to|under)( svaret på| the answer to)? (?<slot>vad|varför|vem|what|why|who|synthesis|svaret|slutfrågan|invändningen)[.!]*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AddTo();

    [GeneratedRegex(@"^(skriv|skriva|skriv så( här)?|skriv i ?stället|skriv det här( i ?stället)?|write|write this|write this instead|write instead|put|it should say)\s*(:\s*(?<text>.+)|(?<text>[""”“«].+[""”“»][.!]?))$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex WriteWords();

    [GeneratedRegex(@"[""”“»’']\s+(i ?stället för|instead of)\s", RegexOptions.IgnoreCase)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"^(skriv|write|put|säg|say|hellre)\s*:?\s(?<to>.+?)\s(i ?stället för|instead of|rather than)\s(?<from>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex WriteInsteadOf();

    [GeneratedRegex(@"^(skriv|write)\s*:?\s(?<to>[^.!?]{1,60}?),?\s(i ?stället|instead)[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex WriteInstead();

    [GeneratedRegex(@"^(byt( ut)?|ersätt|replace|swap)\s(?<from>.+?)\s(mot|med|with|for)\s(?<to>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SwapFor();

    [GeneratedRegex(@"^(ändra|rätta|change|correct)\s(?<from>.+?)\s(till|to)\s(?<to>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SwapTo();

    [GeneratedRegex(@"^((?<certain>jag menade|rättelse|fel av mig|jag skrev fel|skrev fel|jag sa fel|sa fel|rättare sagt|närmare bestämt|i meant|correction|my mistake|my bad|i meant to (say|write))|(?<means>jag menar|i mean|fel(?=[,:!] ))|det (ska|skall|skulle) stå|it should (say|read)|(?<be>det (ska|skall|skulle) vara|it should be))\b[ ,:!.–-]*(?<be>det (är|var|ska vara|skulle vara) |it('s| is| was| should be) )?(?<rest>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Meant();

    [GeneratedRegex(@"^(?<to>.+?)\s(och inte|inte|not|and not|i ?stället för|instead of)\s(?<from>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotThat();

    [GeneratedRegex(@"^(inte|not)\s(?<from>.+?)\s(utan|but)\s(?<to>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotButThis();

    [GeneratedRegex(@"^(att|that (it|he|she|they|we|you|i|the|there|this))\s", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^((på|i|den|kl|klockan|on|in|at|the) )?(\d\S*( \d{3})*|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|hundra|tusen|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|(mån|tis|ons|tors|fre|lör|sön)dag(s|en)?|(mon|tues|wednes|thurs|fri|satur|sun)day|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october)( \p{L}+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex DayOrNumber();

    /// <summary>"Jag menade att …", "I meant it": not a word in another's place.</summary>
    [GeneratedRegex(@"^(att|that|what|det|it|allvar|väl|inget|så|well|bra)\b|\?$", RegexOptions.IgnoreCase)]
    private static partial Regex NotBare();

    [GeneratedRegex(@"\b(stryk|(?<told>stryker|tar bort)|ta bort|radera|plocka bort|scratch|strike|delete|remove|take out|drop|erase)\b\s*", RegexOptions.IgnoreCase)]
    private static partial Regex RetractVerb();

    /// <summary>Only words are struck; much else may be taken away.</summary>
    [GeneratedRegex(@"^(stryk|strike|scratch)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Strikes();

    /// <summary>"Den första meningen kan du stryka".</summary>
    [GeneratedRegex(@"^(?<what>[^.!?\n]{2,60}?) (kan|får) (du|ni) (stryka|ta bort|plocka bort)[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex YouMayStrike();

    [GeneratedRegex(@"([,.;:!?…–-](\s*(så|so|bara|just))?|\b(nej|snälla|please|kan du|can you))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ImperativeBefore();

    [GeneratedRegex(@"^((och|så|nej|ja|snälla|please|bara|du|and|so|then|just|jag|kan du|kan|får|can you|can)\b\s*)+$", RegexOptions.IgnoreCase)]
    private static partial Regex FillerBefore();

    [GeneratedRegex(@"^(den |det |the )?(?<nth>första|andra|tredje|fjärde|sista|senaste|first|second|third|fourth|last)( (?<sentence>meningen|sentence)| one| meddelandet| message| svaret| answer| raden| line| jag skrev| biten| bit)?(?=$|\s*[,.!–-]|\s+(tack|please|ord))", RegexOptions.IgnoreCase)]
    private static partial Regex Nth();

    [GeneratedRegex(@"^((det|den|allt|allting)( där| här)?|(det|den)( sista| senaste| första)? jag (skrev|sa|sade)|(meningen|biten|delen|raden|stycket|allt|det)( där)?|(the|that)( whole)?( bit| part| sentence| thing| one| line)?|what i (said|wrote)|everything)\s+(om|med|about|with|where( it says)?|där det står|som handlar om|saying)\s+(?<words>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    /// <summary>What was just said is not to stand.</summary>
    [GeneratedRegex(@"\b(nej|nä|förresten|vänta|oj|ojdå|no|wait|actually|oops)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TakesBack();

    [GeneratedRegex(@"\b(vänta|wait)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ThinksAgain();

    [GeneratedRegex(@"\b(nej|nä|förresten|no)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    [GeneratedRegex(@"^((?<sure>stryk det|scratch that|strike that)|stryk (den|meningen)|ta bort (det|den|meningen)|(delete|remove|drop|scratch|strike) (that|it|this))( där| här)?( sista| senaste)?( sentence| one)?( tack| please)?[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex StrikeThat();

    /// <summary>"Det där blev fel": what stood before is meant, not this sentence.</summary>
    [GeneratedRegex(@"\b(fel|oj|ojdå|hoppsan|ångrar|dumt|onödigt|skulle inte|ska inte|wrong|mistake|oops|sorry|shouldn't|should not|regret|(inte|not) (bra|rätt|sant|good|right|true))\b|^(det|den) (där|här|sista|senaste|lät|blev|kändes)\b|^(that|this|it (sounded|came out))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Regrets();

    [GeneratedRegex(@"[.!?]\s")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(inte|not) (?<from>[^,.]{1,40})(, (utan |but )?| utan | but )(?<to>[^,.]{1,40})[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NotThatButThis();

    [GeneratedRegex(@"^(?<to>[^,.]{1,40}?),? (och |and )?(inte|not) (?<from>[^,.]{1,40})[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ThisNotThat();

    [GeneratedRegex(@"^(det (är|var|ska vara|blir)|(det )?(var|är)|it('s| is| was| should be)) ", RegexOptions.IgnoreCase)]
    private static partial Regex ItIs();

    [GeneratedRegex(@"^(hon|han|hen|det|den|de|she|he|it|they) (heter|stavas|kallas|is called|is spelled|is spelt) (?<to>[^,.]{1,40}?),? (och |and )?(inte|not) (?<from>[^,.]{1,40})[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex CalledNot();

    /// <summary>"Det var 2021 vi började, inte 2019".</summary>
    [GeneratedRegex(@"^(det|den|it|that) (är|var|blev|blir|ska vara|is|was) (på |i |den |kl |klockan |on |in |at )?(?<to>[^\s,.]+)( \p{L}+){0,4}, (och |and )?(inte|not) (på |i |den |kl |klockan |on |in |at )?(?<from>[^\s,.]+)( \p{L}+)?[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ItWasNot();

    /// <summary>"Nej vänta, hon heter Lenah".</summary>
    [GeneratedRegex(@"^(hon|han|hen|det|den|she|he|it) (heter|stavas|kallas|is called|is spelled|is spelt) (?<to>\p{Lu}[\p{L}-]+)[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(@"^(?<to>[^,.]{1,40}?),? (menar jag|menade jag|ska det vara|skulle det vara|ska det stå|skulle det stå|i mean|i meant)[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex MeantLast();

    [GeneratedRegex(@"^(på|i|den|kl|klockan|on|in|at|the) ", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)?$")]
    private static partial Regex ProperName();

    [GeneratedRegex(@"^(det|den|that|it|this|the last( one| bit| message| sentence)?)( där| här)?( (sista|senaste|last))?( meningen| meddelandet| one| message| bit)?( jag (nyss )?(skrev|sa)( nyss)?)?( tack| please| är du snäll| i ?stället)?(?=$|\s*[,.!?;:–-])", RegexOptions.IgnoreCase)]
    private static partial Regex TheLast();
}
