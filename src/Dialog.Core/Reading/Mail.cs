using System.Text.RegularExpressions;

namespace Dialog.Core.Reading;

/// <summary>Takes off a text what a mail program and good manners put around somebody's words: heads, the mail that is answered, salutation, signature. A line of prose is no such thing wherever it stands.</summary>
internal static partial class Mail
{
    /// <summary>So much above a head is an answer, and what stands below the head is what it answers.</summary>
    private const int AnswerWords = 3;

    private const int MostSalutationWords = 4;
    private const int MostNameWords = 4;
    private const int MostTitleWords = 6;
    private const int MostDeviceWords = 8;

    /// <summary>Longer lines are in no signature, unless they say what may be done with the mail.</summary>
    private const int MostSignatureWords = 14;

    /// <summary>Where a last line may end with a signature.</summary>
    private const int Tail = 80;

    /// <summary>The person's own words; the text as it is when nothing else would be left.</summary>
    /// <param name="text">Clean plain text.</param>
    /// <param name="writer">Whose words they are; null when nobody told.</param>
    /// <param name="quoted">A mail below the person's words, somebody else's, was left out.</param>
    public static string Words(string text, string? writer, out bool quoted)
    {
        quoted = false;
        var rest = WithoutEnds((text.Contains('\n', StringComparison.Ordinal) ? WithoutFrames(text, writer, out quoted) : text).Trim(), writer);
        if (rest.Length == text.Length || TextParts.CountWords(rest) == 0)
        {
            quoted = false;
            return text;
        }

        return rest;
    }

    /// <summary>What stands on lines of its own.</summary>
    private static string WithoutFrames(string text, string? writer, out bool quoted)
    {
        quoted = false;
        var lines = text.Split('\n').ToList();
        var (said, from, isMail) = (new List<string>(), 0, false);
        for (var at = 0; at < lines.Count; at++)
        {
            if (Head(lines, at, writer, out var own) is not (> 0 and var head))
            {
                continue;
            }

            isMail = true;
            said.AddRange(Bare(lines[from..at], writer));
            (from, at) = (at + head, at + head - 1);
            if (!own && !IsQuoted(lines[from..].Find(line => !string.IsNullOrWhiteSpace(line)) ?? "") && IsAnswer(said))
            {
                quoted = lines[from..].Exists(line => TextParts.CountWords(line) > 0);
                from = lines.Count;
                break;
            }
        }

        said.AddRange(Bare(lines[from..], writer));
        if (isMail && said.Exists(line => !IsQuoted(line) && TextParts.CountWords(line) > 0))
        {
            said.RemoveAll(IsQuoted);
        }

        return string.Join('\n', said);
    }

    /// <summary>Is a signature and nothing else: "Mvh Anna".</summary>
    public static bool IsSignature(string text)
    {
        List<string> lines = ["", .. text.Split('\n')];
        return Signs(lines, 1, writer: null) && SignatureEnd(lines, 2) == lines.Count;
    }

    private static bool IsQuoted(string line) => line.StartsWith('>');

    private static bool IsAnswer(List<string> said)
    {
        var last = said.FindLast(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        return said.Sum(TextParts.CountWords) >= AnswerWords && !last.TrimEnd().EndsWith(':') && !Pointing().IsMatch(last);
    }

    /// <summary>How many lines are the head of a mail; 0 when none begins here.</summary>
    private static int Head(List<string> lines, int at, string? writer, out bool own)
    {
        own = false;
        var next = at;
        var attribution = Attribution().IsMatch(lines[at]) ? 1 : IsBroken(lines, at) ? 2 : 0;
        if (attribution > 0)
        {
            own = lines.Slice(at, attribution).Exists(line => Names(line, writer));
            return attribution;
        }

        var parted = Border().IsMatch(lines[at]);
        if (parted || Ruler().IsMatch(lines[at]))
        {
            next++;
        }

        var (end, labels, addressed) = (next, Labels.None, false);
        for (; next < lines.Count && (next == end || next == end + 1); next++)
        {
            if (Label().Match(lines[next]) is { Success: true } label)
            {
                var one = label.Groups["from"].Success ? Labels.From : label.Groups["sent"].Success ? Labels.Sent : label.Groups["subject"].Success ? Labels.Subject : Labels.Other;
                labels |= one;
                addressed |= lines[next].Contains('@');
                own |= one == Labels.From && Names(lines[next], writer);
                end = next + 1;
            }
            else if (!string.IsNullOrWhiteSpace(lines[next]))
            {
                break;
            }
        }

        var isHead = labels.HasFlag(Labels.Subject) && (labels != Labels.Subject && addressed || (labels & (Labels.From | Labels.Sent)) != 0) || labels.HasFlag(Labels.From | Labels.Sent);
        return isHead ? end - at : parted ? 1 : 0;
    }

    /// <summary>The mail program broke "On … wrote:" in two.</summary>
    private static bool IsBroken(List<string> lines, int at) =>
        at + 1 < lines.Count && Dated().IsMatch(lines[at]) && !Attribution().IsMatch(lines[at + 1]) && Attribution().IsMatch($"{lines[at]} {lines[at + 1]}");

    private static bool Names(string line, string? writer) => !string.IsNullOrWhiteSpace(writer) && line.Contains(writer, StringComparison.OrdinalIgnoreCase);

    /// <summary>One mail's lines without salutation and signature.</summary>
    private static IEnumerable<string> Bare(List<string> lines, string? writer)
    {
        var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at].Trim();
            if (at == first && lines.Count > at + 1 && IsSalutation(line) || Device().IsMatch(line) && TextParts.CountWords(line) <= MostDeviceWords)
            {
                continue;
            }

            var end = at > first && Signs(lines, at, writer) ? SignatureEnd(lines, at + 1) : at;
            if (end == at)
            {
                yield return lines[at];
            }
            else
            {
                at = end - 1;
            }
        }
    }

    private static bool IsSalutation(string line) =>
        Salutation().Match(line) is { Success: true } match
        && TextParts.Words(match.Groups["whom"].Value) is { Count: <= MostSalutationWords } whom
        && (!match.Groups["formal"].Success || whom.Count > 0 && char.IsUpper(whom[0][0]));

    /// <summary>A signature begins with this line.</summary>
    private static bool Signs(List<string> lines, int at, string? writer)
    {
        var line = lines[at].Trim();
        if (line == "--")
        {
            return true;
        }

        var next = at + 1 < lines.Count ? lines.FindIndex(at + 1, other => !string.IsNullOrWhiteSpace(other)) : -1;
        var followed = next > 0 ? lines[next].Trim() : "";
        if (SignOff().Match(line) is { Success: true } off)
        {
            var name = off.Groups["name"].Value;
            return off.Groups["sure"].Success ? name.Length == 0 || IsName(name) : name.Length == 0 && IsName(followed) || name.Length > 0 && !off.Groups["thanks"].Success && IsName(name);
        }

        if (Slash().IsMatch(line))
        {
            return IsSigned(line.TrimStart('/', ' ')) && (next < 0 || IsSigned(followed));
        }

        return writer is not null && string.IsNullOrWhiteSpace(lines[at - 1]) && line.TrimEnd('.', ',').Equals(writer, StringComparison.OrdinalIgnoreCase)
            && (next < 0 || lines[next..].TrueForAll(IsSigned) && lines[next..].Exists(HasContact));
    }

    /// <summary>A title in small letters is known by the contact that follows it.</summary>
    private static int SignatureEnd(List<string> lines, int at)
    {
        var end = at;
        for (; at < lines.Count && (IsSigned(lines[at]) || IsTitle(lines[at])); at++)
        {
            end = end == at && IsSigned(lines[at]) || HasContact(lines[at]) ? at + 1 : end;
        }

        return Math.Max(end, lines.FindIndex(end, line => !IsSigned(line)) is var other && other < 0 ? lines.Count : other);
    }

    private static bool IsTitle(string line) =>
        TextParts.CountWords(line) <= MostTitleWords && line.TrimEnd()[^1] is not ('.' or '!' or '?' or '…' or ':') && !AfterSigning().IsMatch(line.Trim());

    private static bool IsName(string text) =>
        TextParts.Words(text) is { Count: > 0 and <= MostNameWords } words && !text.AsSpan().ContainsAny("?!:")
        && words.All(word => char.IsUpper(word[0]) || word is "von" or "af" or "de" or "la" or "van" or "der") && char.IsUpper(words[0][0]);

    /// <summary>May stand in a signature: name, title, contact, what may be done with the mail. Blank lines may, too.</summary>
    private static bool IsSigned(string line)
    {
        line = line.Trim();
        if (line.Length == 0 || Notice().IsMatch(line))
        {
            return true;
        }

        var words = TextParts.Words(line);
        var ends = line[^1] is '.' or '!' or '?' or '…';
        if (words.Count > MostSignatureWords || line[^1] == '?' || AfterSigning().IsMatch(line))
        {
            return false;
        }

        if (HasContact(line) && !ends)
        {
            return true;
        }

        var telling = words.Where(word => word.Length > 3 || char.IsUpper(word[0]) || char.IsDigit(word[0])).ToList();
        return words.Count <= 2 || !(ends && words.Count > MostNameWords) && (char.IsUpper(words[0][0]) || char.IsDigit(words[0][0]))
            && telling.Count(word => char.IsUpper(word[0]) || char.IsDigit(word[0])) * 2 >= telling.Count;
    }

    private static bool HasContact(string line) => Contact().IsMatch(line);

    /// <summary>"Hej Anna! Vi bygger …" and "… ligga? Mvh Anna", in a line with the words.</summary>
    private static string WithoutEnds(string text, string? writer)
    {
        if (Greeting().Match(text) is { Success: true } greeting && IsName(greeting.Groups["whom"].Value))
        {
            text = text[greeting.Length..];
        }

        var tail = text[^Math.Min(Tail, text.Length)..];
        if (Closing().Match(tail) is { Success: true } closing && Ends(closing, writer))
        {
            text = text[..(text.Length - tail.Length + closing.Index)];
        }

        return text.TrimEnd();
    }

    /// <summary>"Tack, Anna" ends a mail only where Anna wrote it.</summary>
    private static bool Ends(Match closing, string? writer)
    {
        var name = closing.Groups["name"].Value;
        var own = closing.Groups["own"].Success;
        return name.Length == 0 ? !own && !closing.Groups["slash"].Success : IsName(name) && (!own || writer is not null && $"{writer} ".StartsWith($"{name} ", StringComparison.OrdinalIgnoreCase));
    }

    [Flags]
    private enum Labels
    {
        None = 0,
        From = 1,
        Sent = 2,
        Subject = 4,
        Other = 8,
    }

    [GeneratedRegex(@"^\*{0,2}((?<from>från|from)|(?<sent>skickat|sent)|(?<subject>ämne|subject)|till|to|datum|date|kopia|hemlig kopia|cc|bcc|svara? till|reply-to|prioritet|importance|bifogade filer|bilagor|attachments)\*{0,2} ?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^ *(-{2,} *(original message|ursprungligt meddelande|originalmeddelande|forwarded message|vidarebefordrat (meddelande|mejl|mail|brev)) *-{2,}|begin forwarded message:|(början på )?vidarebefordrat brev:) *$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Border();

    [GeneratedRegex("^ *_{10,} *$", RegexOptions.CultureInvariant)]
    private static partial Regex Ruler();

    /// <summary>On Fri, Nov 27, 2026 at 2:02 PM Anna Berg wrote: a year and a time of day, or an address, tell it from prose.</summary>
    [GeneratedRegex(@"^(?=.{8,300}$)(?=.*(@|\b20[0-9]{2}\b.*\b[0-9]{1,2}[:.][0-9]{2}\b)).*[0-9].*\b(wrote|skrev)\b.*: *$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(on|den) .*[0-9].*[^.!? ] *$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(nedan|nedanför|below|vidarebefordrar|forwarding)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^(hej|hejsan|hallå|tjena|tjenare|god ?morgon|god dag|hi|hello|hey|good (morning|afternoon|evening)|(?<formal>bästa|kära|käre|dear))\b(?<whom>[^.!?:]*)[,.!:]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Salutation();

    [GeneratedRegex(
        @"^((?<sure>(med )?((vänliga?|bästa|många|varma?|soliga|glada|hjärtliga) )?hälsning(ar)?|mvh|m\.? ?v\.? ?h\.?|vänligen|högaktningsfullt|(with )?((kind|kindest|best|warm|warmest|many) )?regards|rgds|(with )?(best|warm|kind) wishes|yours (sincerely|faithfully|truly)|sincerely( yours)?)|(?<thanks>tack( så mycket| på förhand)?|(many )?thanks( again| in advance)?|thank you)|bästa|vh|allt gott|ha det (så )?(bra|gott)|ha en (bra|fin|trevlig|skön|härlig) (dag|helg|kväll|vecka)|trevlig helg|kram(ar)?|hälsar|best|cheers|all the best|take care|yours|br|kr|have a (nice|good|great|lovely) (day|weekend|evening))([ ,/!]+(?<name>[^ ,/!].*))?[,.! ]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignOff();

    [GeneratedRegex(@"^//? ?\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();

    [GeneratedRegex(@"^(skickat från (min|mitt|outlook|e-post|mail|yahoo)|sent from (my|outlook|mail|yahoo)|hämta outlook|get outlook)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"konfidentiell|personuppgift|\bgdpr\b|confidential|legally privileged|innan du skriver ut|before printing|consider the environment", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^(p\.? ?s\b|obs\b|nb\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterSigning();

    [GeneratedRegex(@"@|\||\bwww\.|https?:|^(tel|tfn|telefon|phone|mobil|mobile|växel|e-?post|e-?mail|mejl|adress|besöksadress|postadress|address|direct|office)\b ?\.?:?|[0-9][0-9 ()/+-]{6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex(@"^(?i:hej|hejsan|hallå|tjena|hi|hello|hey|dear) (?<whom>\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)?)[!,] +(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"(?<=[.!?…)”""]) +((mvh|vänligen|hälsningar|(med )?vänliga? hälsning(ar)?|((kind|best|warm) )?regards)[ ,!/]*|(?<own>tack( och hej)?|allt gott|kram|hälsar|ha en (bra|fin|trevlig) (dag|helg)|(many )?thanks|thank you|best|cheers|all the best)[ ,!]+|(?<slash>//?) ?)(?<name>[^.!?/\n]{0,40})[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
