namespace Dialog.Bot.Desk;

/// <summary>What is said where outlets, sizes and accounts are changed.</summary>
public sealed record OutletEditTexts
{
    public required Func<OutletKind, string> New { get; init; }

    public required Func<OutletKind, string> What { get; init; }

    public required string Change { get; init; }

    /// <summary>What a field is called.</summary>
    public required Func<OutletKind, string, string> Field { get; init; }

    /// <summary>What there is to know of a field; empty when it explains itself.</summary>
    public required Func<OutletKind, string, string> Hint { get; init; }

    public required Func<string, string> Counting { get; init; }

    public required Func<string, string> Layout { get; init; }

    public required Func<string, string> Register { get; init; }

    public required string TheOrganisation { get; init; }

    public required string Save { get; init; }

    public required string Retire { get; init; }

    public required string TakeUp { get; init; }

    public required string Reset { get; init; }

    public required string Retired { get; init; }

    public required string ChangedHere { get; init; }

    public required string Taken { get; init; }

    public required string NobodyKnown { get; init; }

    public required string Saved { get; init; }

    public required string Whose { get; init; }

    public required string Voice { get; init; }

    public required string Quoted { get; init; }

    public required string OwnVoice { get; init; }

    public required string NeverPublished { get; init; }

    public required string NoAccounts { get; init; }

    public static OutletEditTexts For(string language) => language == "en" ? English : Swedish;

    private static OutletEditTexts Swedish { get; } = new()
    {
        New = kind => kind switch { OutletKind.Size => "Ny annonsstorlek", OutletKind.Outlet => "Ny utgåva", _ => "Nytt konto" },
        What = kind => kind switch { OutletKind.Size => "Annonsstorlek", OutletKind.Outlet => "Utgåva", _ => "Konto" },
        Change = "Ändra",
        Field = (kind, field) => (kind, field) switch
        {
            (OutletKind.Account, "name") => "Namn som läsarna ser",
            (_, "name.sv") => "Namn på svenska",
            (_, "name.en") => "Namn på engelska",
            (_, "code") => "Kod",
            (_, "widthMm") => "Bredd, mm",
            (_, "heightMm") => "Höjd, mm",
            (_, "columns") => "Spalter",
            (_, "columnMm") => "Spaltens bredd, mm",
            (_, "lines") => "Rader i alla spalter",
            (_, "words") => "Ord i allt",
            (_, "headline") => "Rubrik, tecken",
            (_, "items") => "Uppräkning, rader",
            (_, "enumeration") => "Uppräkning, tecken",
            (_, "reflection") => "Reflektion, tecken",
            (_, "question") => "Fråga, tecken",
            (_, "pullQuote") => "Citatruta, tecken",
            (_, "runs") => "Stycken, högst",
            (_, "mostSentences") => "Meningar per stycke",
            (_, "objection") => "Rymmer invändningen och svaret",
            (_, "wholeAnswers") => "Tar hela svar",
            (_, "counting") => "Så räknas längden",
            (_, "layout") => "Så ser texten ut",
            (_, "target") => "Vi håller oss till",
            (_, "hardLimit") => "Gränsen",
            (_, "hashtags") => "Hashtaggar",
            (_, "link") => "Tar med länken",
            (_, "picture") => "Kräver bild",
            (_, "thread") => "Kan bli en tråd",
            (_, "outlet") => "Var",
            (_, "handle") => "Kontonamn",
            (_, "personId") => "Vems",
            (_, "register") => "Register",
            _ => field,
        },
        Hint = (kind, field) => (kind, field) switch
        {
            (_, "code") => "Små bokstäver a–z, siffror och bindestreck. Går inte att ändra sedan.",
            (_, "pullQuote") => "Tomt ger ingen citatruta.",
            (_, "target") => "Tomt har inget mål.",
            (_, "hardLimit") => "Det nätverket vägrar över. Tomt har ingen gräns.",
            (_, "handle") => "Till exempel @katrineholm. Får vara tomt.",
            (_, "personId") => "På organisationens konto citeras personen. På personens eget talar hen själv.",
            (_, "register") => "På ett privat konto publicerar organisationen aldrig något; utkast dit får en allvarlig varning.",
            _ => "",
        },
        Counting = name => name switch { "graphemes" => "tecken", "weighted" => "som X: vägda tecken", "mastodon" => "som Mastodon", "threads" => "som Threads", "characters" => "kodpunkter (Facebook, LinkedIn)", _ => "ord (annons)" },
        Layout = name => name switch { "short" => "kort inlägg", "plain" => "längre inlägg utan rubrik", "headed" => "inlägg med rubrik", "press" => "citat till pressmeddelande", "web" => "hela texten under sina frågor", _ => "annons" },
        Register = name => name == "private" ? "privat" : "i tjänsten",
        TheOrganisation = "Organisationens",
        Save = "Spara",
        Retire = "Sluta använda",
        TakeUp = "Börja använda igen",
        Reset = "Som i konfigurationen",
        Retired = "används inte längre",
        ChangedHere = "ändrad här",
        Taken = "Koden finns redan.",
        NobodyKnown = "Välj någon som finns bland personerna.",
        Saved = "Sparat. Det gäller nya utkast.",
        Whose = "Vems",
        Voice = "Röst",
        Quoted = "personen citeras",
        OwnVoice = "personens egen",
        NeverPublished = "publiceras aldrig av organisationen",
        NoAccounts = "Inga konton än. Utan konton talar inläggen med personens egen röst.",
    };

    private static OutletEditTexts English { get; } = new()
    {
        New = kind => kind switch { OutletKind.Size => "New size of ad", OutletKind.Outlet => "New outlet", _ => "New account" },
        What = kind => kind switch { OutletKind.Size => "Size of ad", OutletKind.Outlet => "Outlet", _ => "Account" },
        Change = "Change",
        Field = (kind, field) => (kind, field) switch
        {
            (OutletKind.Account, "name") => "Name that readers see",
            (_, "name.sv") => "Name in Swedish",
            (_, "name.en") => "Name in English",
            (_, "code") => "Code",
            (_, "widthMm") => "Width, mm",
            (_, "heightMm") => "Height, mm",
            (_, "columns") => "Columns",
            (_, "columnMm") => "Width of a column, mm",
            (_, "lines") => "Lines in all columns",
            (_, "words") => "Words in all",
            (_, "headline") => "Headline, characters",
            (_, "items") => "Enumeration, lines",
            (_, "enumeration") => "Enumeration, characters",
            (_, "reflection") => "Reflection, characters",
            (_, "question") => "Question, characters",
            (_, "pullQuote") => "Pull quote, characters",
            (_, "runs") => "Passages, at most",
            (_, "mostSentences") => "Sentences in a passage",
            (_, "objection") => "Has room for the objection and its answer",
            (_, "wholeAnswers") => "Takes whole answers",
            (_, "counting") => "How length is counted",
            (_, "layout") => "What the text looks like",
            (_, "target") => "We keep to",
            (_, "hardLimit") => "The limit",
            (_, "hashtags") => "Hashtags",
            (_, "link") => "Carries the link",
            (_, "picture") => "Needs a picture",
            (_, "thread") => "May become a thread",
            (_, "outlet") => "Where",
            (_, "handle") => "Account name",
            (_, "personId") => "Whose",
            (_, "register") => "Register",
            _ => field,
        },
        Hint = (kind, field) => (kind, field) switch
        {
            (_, "code") => "Small letters a–z, digits and hyphens. Cannot be changed afterwards.",
            (_, "pullQuote") => "Empty gives no pull quote.",
            (_, "target") => "Empty has no target.",
            (_, "hardLimit") => "What the network refuses above. Empty has no limit.",
            (_, "handle") => "For instance @katrineholm. May be empty.",
            (_, "personId") => "On the organisation's account the person is quoted. On their own they speak themselves.",
            (_, "register") => "The organisation never publishes on a private account; drafts for one get a severe warning.",
            _ => "",
        },
        Counting = name => name switch { "graphemes" => "characters", "weighted" => "as X: weighted characters", "mastodon" => "as Mastodon", "threads" => "as Threads", "characters" => "code points (Facebook, LinkedIn)", _ => "words (ad)" },
        Layout = name => name switch { "short" => "short post", "plain" => "longer post without a headline", "headed" => "post with a headline", "press" => "quotation for a press release", "web" => "the whole text under its questions", _ => "ad" },
        Register = name => name == "private" ? "private" : "in office",
        TheOrganisation = "The organisation's",
        Save = "Save",
        Retire = "Stop using it",
        TakeUp = "Use it again",
        Reset = "As configured",
        Retired = "not used any more",
        ChangedHere = "changed here",
        Taken = "The code is there already.",
        NobodyKnown = "Choose somebody among the people.",
        Saved = "Saved. It counts for new drafts.",
        Whose = "Whose",
        Voice = "Voice",
        Quoted = "the person is quoted",
        OwnVoice = "the person's own",
        NeverPublished = "never published by the organisation",
        NoAccounts = "No accounts yet. Without accounts posts speak in the person's own voice.",
    };
}
