using System.Collections.Frozen;
using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>Reads an answer into scored sentences (domain.md §3.3).</summary>
internal sealed class SentenceReader(Material material, CheckContext checks)
{
    /// <summary>A mention is cut off a sentence that says this much without it.</summary>
    private const int WordsWithoutMention = 3;

    private const int MostWordsOfReply = 6;

    /// <summary>"Det var allt" with a thank-you behind is no longer.</summary>
    private const int LongestClosing = 100;

    private const int MostWordsBehindReply = 4;

    /// <summary>One word that stands alone: without it the next sentence says the opposite.</summary>
    private static readonly FrozenSet<string> Refusing =
        new[] { "nej", "nä", "aldrig", "no", "nope", "never" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>With these a question is not answered by yes or no: Varför det? Jo, …</summary>
    private static readonly FrozenSet<string> Open =
        new[] { "vad", "varför", "hur", "vem", "vems", "vilken", "vilket", "vilka", "när", "var", "what", "why", "how", "who", "whose", "which", "when", "where" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly string language = material.Assignment.Language;
    private readonly Lexicon lexicon = Lexicon.For(material.Assignment.Language);

    /// <summary>The sentences of an answer; pure filler and a "vet ej" beside an answer are none, items of a list stand in no draft, a repeated sentence counts once. What stands right after a question answers it and stays, be it ja or said before.</summary>
    public ImmutableArray<Sentence> Read(Slot slot, AnswerText answer)
    {
        var text = answer.Text;
        var read = Detectors.Read(text, checks);
        var sentences = ImmutableArray.CreateBuilder<Sentence>(read.Sentences.Count);
        var seen = new HashSet<string>(read.Sentences.Count);
        var mayBeList = slot is Slot.What or Slot.Why or Slot.Who;
        var (line, lineEnd, isList) = (-1, -1, false);
        var (previousEnd, found, wordsEnd) = (0, 0, 0);
        var (before, last) = (default(Sentence), default(Sentence));
        for (var index = 0; index < read.Sentences.Count; index++)
        {
            var place = read.Sentences[index];
            while (place.Start > lineEnd)
            {
                line++;
                lineEnd += 1 + answer.Lines[line].Text.Length;
                before = answer.Lines[line].FollowUp ? null : before;
                var alone = index + 1 == read.Sentences.Count || read.Sentences[index + 1].Start > lineEnd;
                isList = mayBeList && (alone || answer.Lines[line].Text.Contains('\n')) && lexicon.IsList(answer.Lines[line].Text);
            }

            var (from, to) = (wordsEnd, read.FirstWord(place.End, wordsEnd));
            wordsEnd = to;
            if (IsUnknowing(answer, line))
            {
                continue;
            }

            var starts = sentences.Count > 0 && text.AsSpan(previousEnd, place.Start - previousEnd).Contains("\n\n", StringComparison.Ordinal);
            var findings = Findings(read, place, ref found);
            var item = isList && IsItem(answer.Lines[line].Text, text, place);
            if (Read(slot, new AnswerReference(slot, answer.Revision, index), read, place, (from, to), findings, answer.Lines[line].FollowUp, starts, item, before, last) is { } sentence)
            {
                var toWhoAsks = SmallTalk.IsToWhoAsks(sentence.Post.Text) || IsClosing(text, place, lineEnd);
                sentence.Blocked |= toWhoAsks;
                var stands = seen.Add(sentence.Post.Text) || IsAnswered(before);
                before = stands && !item ? sentence : null;
                if (stands)
                {
                    sentences.Add(sentence);
                    last = toWhoAsks ? last : sentence;
                    previousEnd = place.End;
                }
            }
        }

        MarkQuotations(sentences);
        MarkAnnounced(sentences);
        HoldBack(sentences);
        return sentences.ToImmutable();
    }

    /// <summary>"Det var allt" at the end of a message: said of the answer, not in it.</summary>
    private static bool IsClosing(string text, Piece place, int lineEnd) =>
        lineEnd - place.Start <= LongestClosing && SmallTalk.IsClosing(place.In(text)) && text[place.End..lineEnd].Trim() is { } rest && (rest.Length == 0 || SmallTalk.IsPleasantry(rest));

    /// <summary>What stands between the two ends of a quotation of several sentences is somebody else's, too.</summary>
    private static void MarkQuotations(ImmutableArray<Sentence>.Builder sentences)
    {
        for (var open = 0; open < sentences.Count; open++)
        {
            if (!sentences[open].HalfQuoted)
            {
                continue;
            }

            var close = open + 1;
            while (close < sentences.Count && !sentences[close].HalfQuoted && !sentences[close].StartsParagraph)
            {
                close++;
            }

            if (close == sentences.Count || sentences[close].StartsParagraph)
            {
                continue;
            }

            for (var at = open + 1; at <= close; at++)
            {
                sentences[at].InQuotation = true;
            }

            open = close;
        }
    }

    /// <summary>Behind "Det är två skäl." nothing is cut off before both are told.</summary>
    private static void MarkAnnounced(ImmutableArray<Sentence>.Builder sentences)
    {
        for (var at = sentences.Count - 1; at >= 0; at--)
        {
            for (var told = 0; told < sentences[at].Announces && at + told + 1 < sentences.Count; told++)
            {
                sentences[at + told].OwedSince = at;
            }
        }
    }

    /// <summary>What is taken back by words that wait for a decision waits with them, and what leads in a list stands with it or not at all.</summary>
    private static void HoldBack(ImmutableArray<Sentence>.Builder sentences)
    {
        for (var at = sentences.Count - 1; at >= 0; at--)
        {
            var (sentence, next) = (sentences[at], at + 1 < sentences.Count ? sentences[at + 1] : null);
            sentence.Undecided |= next is { TakesBack: true, Undecided: true };
            sentence.Blocked |= sentence.Undecided || sentence.LeadsIn && next is null or { Blocked: true } || sentence.Announces > 0 && next is { Blocked: true };
        }
    }

    /// <summary>Stands in a line of a list that is no sentence of its own.</summary>
    private bool IsItem(string message, string text, Piece place)
    {
        if (!message.Contains('\n'))
        {
            return true;
        }

        var start = text.LastIndexOf('\n', place.Start) + 1;
        var end = text.IndexOf('\n', place.Start);
        return !lexicon.IsProse(text[start..(end < 0 ? text.Length : end)]);
    }

    /// <summary>The findings in a sentence. Sentences and findings are both in the order of the text; a finding may reach over several.</summary>
    private static List<Finding>? Findings(CheckText read, Piece place, ref int from)
    {
        List<Finding>? findings = null;
        for (var index = from; index < read.Findings.Count && read.Findings[index].Start < place.End; index++)
        {
            if (read.Findings[index].End > place.Start)
            {
                (findings ??= []).Add(read.Findings[index]);
            }
            else if (index == from)
            {
                from++;
            }
        }

        return findings;
    }

    /// <summary>The few words that answer the person's own question, at once or behind a word alone (Blir det dyrare? Ja. Två kronor i timmen.), say nothing without it.</summary>
    private static bool IsRestOfReply(Sentence? before, in TextFacts facts) =>
        !facts.HasFirstPerson && (IsAnswered(before) && facts.Words <= MostWordsOfReply || before is { Replies: true } && facts.Words <= MostWordsBehindReply);

    private static bool IsAnswered(Sentence? before) => before is { Asks: true, Blocked: false };

    private Sentence? Read(Slot slot, AnswerReference reference, CheckText read, Piece place, (int From, int To) words, List<Finding>? findings, bool followUp, bool startsParagraph, bool item, Sentence? before, Sentence? last)
    {
        var raw = place.In(read.Text);
        var said = WithoutMentions(raw, place, findings, out var stands);
        var objected = slot == Slot.Synthesis && last is null;
        var answers = objected || IsAnswered(before);
        var decides = objected || answers && !TextParts.Words(before!.Post.Text).Any(Open.Contains);
        var (post, touched) = Polish.Sentence(said, language, emoji: true, slot == Slot.Question, answers, decides);
        if (post.Length == 0)
        {
            return null;
        }

        var (print, printed) = HasPictures(post) ? Polish.Sentence(said, language, emoji: false, slot == Slot.Question, answers, decides) : (post, touched);
        if (print.Length == 0)
        {
            return null;
        }

        var lower = ReferenceEquals(post, raw) ? place.Of(read.Lower) : LowerCase.Of(post);
        var shortened = said.Length < raw.Length || touched.Contains("T3");
        var facts = shortened ? lexicon.Read(post) : read.Facts(words.From, words.To);
        var replies = facts.Words == 1 && (answers || before is not { Asks: true } && TextParts.Words(post).Any(Refusing.Contains));
        var orphaned = last is { Blocked: true } or { Orphaned: true } && SentenceStarts.PointsBack(lower);
        var asks = Polish.Asks(post);
        var quoted = IsQuoted(post);
        var bound = SentenceStarts.IsBound(lower) || answers && replies || decides && Polish.Answers(post) || orphaned || !asks && IsRestOfReply(before, facts)
            || last is not null && (SentenceStarts.IsRest(lower, asks, language == "en") || quoted || post[0] is '”' or '“' or '"' && SentenceStarts.PointsBack(lower));
        var accepted = Holds(material.Accepted, post, print, raw);
        var (meta, blocks) = findings is null ? (false, false) : Weigh(findings);
        var undecided = !accepted && (!stands || blocks);
        var struck = Holds(material.Struck, post, print, raw);
        var mentioned = said.Length < raw.Length;
        var posted = Provenance(post, touched, mentioned, raw, reference);
        return new Sentence
        {
            Slot = slot,
            Print = ReferenceEquals(print, post) ? posted : Provenance(print, printed, mentioned, raw, reference),
            Post = posted,
            Score = SentenceScore.Of(slot, slot == material.Assignment.PrimarySlot, post, facts, bound, asks, followUp, meta || lexicon.Dismisses(post)),
            Bound = bound,
            Orphaned = orphaned,
            Lost = orphaned && (last is { Item: false, Blocked: true } or { Lost: true }),
            Item = item,
            TakesBack = SentenceStarts.TakesBack(lower) || replies && !answers,
            Quoted = quoted,
            HalfQuoted = post.Count(character => character is '"' or '”' or '“') % 2 == 1,
            Elliptic = SentenceStarts.IsElliptic(lower) || slot == Slot.Who && last is null && SentenceStarts.Names(lower),
            Asks = asks,
            Blocked = item || meta || undecided || struck,
            Undecided = undecided && !struck,
            Leans = slot is Slot.Question or Slot.Synthesis && (bound || SentenceStarts.PointsBack(lower)),
            Reasoned = facts.HasReason,
            FirstPerson = facts.HasFirstPerson,
            Words = facts.Words,
            Replies = replies,
            Announces = Announcement.Of(lower),
            StartsParagraph = startsParagraph,
            Findings = findings is null || item ? [] : Shown(findings, stands, accepted, read.Text),
            Risk = HeadlineRisk.Of(read, place, words.From),
        };
    }

    /// <summary>Somebody's words and nothing else: who says them stands before or behind.</summary>
    private static bool IsQuoted(string text) => text.Length > 2 && text[0] is '”' or '“' or '"' && text.TrimEnd('.')[^1] is '”' or '“' or '"' && text.Count(character => character is '”' or '“' or '"') == 2;

    private static bool HasPictures(string text) => text.AsSpan().ContainsAnyInRange('\u203C', '\uFFFF');

    private static bool Holds(ImmutableHashSet<string> set, string post, string print, string raw) =>
        !set.IsEmpty && set.Any(held => Polish.IsSame(held, post) || Polish.IsSame(held, print) || Polish.IsSame(held, raw) || Polish.IsSame(held, Polish.Inside(post)) || Polish.IsSame(held, Polish.Inside(print)));

    private static (bool Meta, bool Blocks) Weigh(List<Finding> findings) =>
        (findings.Exists(finding => finding.Detector == Detector.MetaAside), findings.Exists(finding => finding.Blocks && finding.Detector != Detector.BroadcastMention));

    /// <summary>Mentions that were cut off are not told of.</summary>
    private static ImmutableArray<(string, Severity, string)> Shown(List<Finding> findings, bool stands, bool accepted, string text) =>
    [
        .. findings.Where(finding => finding.Detector != Detector.BroadcastMention || !stands)
            .Select(finding => (finding.Detector, accepted ? Severity.Info : finding.Severity, text.Substring(finding.Start, finding.Length))),
    ];

    private static DraftSentence Provenance(string text, ImmutableList<string> touched, bool mentioned, string raw, AnswerReference reference)
    {
        var shortened = mentioned || touched.Contains("T3");
        return new DraftSentence(text, shortened ? Origin.Shortened : Origin.Own, reference, shortened ? Polish.Cut(raw, text) : null)
        {
            TouchUps = mentioned ? touched.Add("T2") : touched,
        };
    }

    /// <summary>A mention of everybody at either end is cut off (T2). The sentence stands when enough is left, none is left inside, and no word was one with it, which nobody has looked at by itself.</summary>
    private static string WithoutMentions(string raw, Piece place, List<Finding>? findings, out bool stands)
    {
        stands = true;
        if (findings is null || !findings.Exists(finding => finding.Detector == Detector.BroadcastMention))
        {
            return raw;
        }

        var (start, end) = (0, raw.Length);
        var mentions = findings.Where(finding => finding.Detector == Detector.BroadcastMention).Select(finding => new Piece(finding.Start - place.Start, finding.Length)).ToList();
        while (mentions.Find(mention => raw.AsSpan(start, Math.Max(0, mention.Start - start)).Trim(" ,:!–-").IsEmpty && mention.End > start) is { Length: > 0 } first)
        {
            start = Math.Min(end, first.End);
            mentions.Remove(first);
        }

        while (mentions.Find(mention => raw.AsSpan(Math.Min(mention.End, end), Math.Max(0, end - mention.End)).Trim(" ,:!.–-").IsEmpty && mention.Start < end) is { Length: > 0 } last)
        {
            end = Math.Max(start, last.Start);
            mentions.Remove(last);
        }

        var rest = raw[start..end].Trim(' ', ',', ':', '–', '-').TrimStart('!', '.');
        stands = (start == 0 || IsParted(raw[start..])) && (end == raw.Length || IsParted(raw[..end].Reverse())) && mentions.Count == 0 && TextParts.CountWords(rest) >= WordsWithoutMention;
        return stands ? rest : raw;
    }

    /// <summary>There is a blank before the first word.</summary>
    private static bool IsParted(IEnumerable<char> text) => text.TakeWhile(mark => !char.IsLetterOrDigit(mark)).Any(char.IsWhiteSpace);

    /// <summary>The person did not know at first, and then said something.</summary>
    private bool IsUnknowing(AnswerText answer, int line)
    {
        const int Longest = 30;
        return answer.Lines.Count > 1 && answer.Lines[line].Text.Length <= Longest && lexicon.SaysUnknowing(ShortReply.Plain(answer.Lines[line].Text));
    }
}
