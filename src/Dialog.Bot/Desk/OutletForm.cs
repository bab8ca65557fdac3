using System.Collections.Immutable;
using System.Globalization;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Bot.Desk;

/// <summary>What is edited: an ad's size, an outlet, or an account on one.</summary>
public enum OutletKind
{
    /// <summary>A size of the ad: a booked one, or a format of its own.</summary>
    Size,

    /// <summary>A network, or another place.</summary>
    Outlet,

    /// <summary>An account.</summary>
    Account,
}

/// <summary>How a field is filled in.</summary>
public enum OutletFieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A whole number, or nothing.</summary>
    NumberOrNone,

    /// <summary>Yes or no.</summary>
    Check,

    /// <summary>One of some.</summary>
    Choice,
}

/// <summary>A size, an outlet or an account as a form: filled in, read, and made into changes.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">Which: a code, a size or an id; empty for a new one.</param>
public sealed record OutletForm(OutletKind Kind, string Key)
{
    private const string Own = "the organisation's setting";

    private static readonly string[] Tongues = ["sv", "en"];

    private static readonly (string Name, OutletFieldKind Kind)[] SizeFields =
    [
        ("name.sv", OutletFieldKind.Text), ("name.en", OutletFieldKind.Text), ("widthMm", OutletFieldKind.Number), ("heightMm", OutletFieldKind.Number), ("columns", OutletFieldKind.Number),
        ("columnMm", OutletFieldKind.Number), ("lines", OutletFieldKind.Number), ("words", OutletFieldKind.Number), ("headline", OutletFieldKind.Number), ("items", OutletFieldKind.Number),
        ("enumeration", OutletFieldKind.Number), ("reflection", OutletFieldKind.Number), ("question", OutletFieldKind.Number), ("pullQuote", OutletFieldKind.NumberOrNone),
        ("runs", OutletFieldKind.Number), ("mostSentences", OutletFieldKind.Number), ("objection", OutletFieldKind.Check), ("wholeAnswers", OutletFieldKind.Check),
    ];

    private static readonly (string Name, OutletFieldKind Kind)[] OutletFields =
    [
        ("name.sv", OutletFieldKind.Text), ("name.en", OutletFieldKind.Text), ("target", OutletFieldKind.NumberOrNone), ("hardLimit", OutletFieldKind.NumberOrNone), ("hashtags", OutletFieldKind.Number),
        ("runs", OutletFieldKind.Number), ("mostSentences", OutletFieldKind.Number), ("link", OutletFieldKind.Check), ("picture", OutletFieldKind.Check), ("thread", OutletFieldKind.Check), ("objection", OutletFieldKind.Check),
    ];

    private static readonly (string Name, OutletFieldKind Kind)[] AccountFields =
        [("outlet", OutletFieldKind.Choice), ("name", OutletFieldKind.Text), ("handle", OutletFieldKind.Text), ("personId", OutletFieldKind.Choice), ("register", OutletFieldKind.Choice)];

    /// <summary>What is filled in.</summary>
    public required ImmutableDictionary<string, string> Values { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public ILookup<string, string> Mistakes { get; init; } = Array.Empty<OutletMistake>().ToLookup(mistake => mistake.Path, mistake => mistake.Says);

    /// <summary>It was filled in with something else than what is there.</summary>
    public bool Unsaved { get; init; }

    /// <summary>See <see cref="Once"/>: what is new is named after it.</summary>
    public string Mark { get; init; } = Once.MarkOf(new FilledForm(null));

    /// <summary>It is not there yet.</summary>
    public bool IsNew => Key.Length == 0;

    /// <summary>The form's fields, in order.</summary>
    public IEnumerable<(string Name, OutletFieldKind Kind)> Fields => Kind switch
    {
        OutletKind.Size => IsNew ? SizeFields.Prepend(("code", OutletFieldKind.Text)) : SizeFields,
        OutletKind.Outlet => IsNew ? OutletFields.Prepend(("layout", OutletFieldKind.Choice)).Prepend(("counting", OutletFieldKind.Choice)).Prepend(("code", OutletFieldKind.Text)) : OutletFields,
        _ => AccountFields,
    };

    /// <summary>A form that is filled in with what counts now; null when there is no such thing.</summary>
    public static OutletForm? Begin(OutletKind kind, string key, Outlets outlets) => (kind, key) switch
    {
        (OutletKind.Size, "") => new OutletForm(kind, key) { Values = Of(outlets.Of(AdSize.Quarter) with { Names = ImmutableDictionary<string, string>.Empty }) },
        (OutletKind.Size, _) => SizeOf(outlets, key) is { } size ? new OutletForm(kind, key) { Values = Of(size) } : null,
        (OutletKind.Outlet, "") => new OutletForm(kind, key) { Values = Of(New("")).Add("counting", "graphemes").Add("layout", "short") },
        (OutletKind.Outlet, _) => outlets.Known(key) is { } outlet ? new OutletForm(kind, key) { Values = Of(outlet) } : null,
        (_, "") => new OutletForm(kind, key) { Values = ImmutableDictionary<string, string>.Empty.Add("register", "professional") },
        _ => outlets.Accounts.Find(account => account.Id == key) is { } account ? new OutletForm(kind, key) { Values = Of(account) } : null,
    };

    /// <summary>The same form as somebody has filled it in.</summary>
    public OutletForm Filled(IFormCollection form)
    {
        var filled = this with { Mark = Once.MarkOf(new FilledForm(form)), Values = Fields.ToImmutableDictionary(field => field.Name, field => form[field.Name].ToString().Trim()) };
        return filled with { Unsaved = Fields.Any(field => filled.Value(field.Name) != Value(field.Name)) };
    }

    /// <summary>The changes with this one among them, and where its mistakes are told.</summary>
    /// <param name="changes">What the desk has decided before.</param>
    /// <param name="outlets">What counts now.</param>
    public (OutletChanges Changes, string Path) Apply(OutletChanges changes, Outlets outlets)
    {
        switch (Kind)
        {
            case OutletKind.Size when Enum.TryParse<AdSize>(Key, ignoreCase: true, out var booked):
                return (changes.With(Size(outlets.Of(booked))), $"adSizes.{Key}.");
            case OutletKind.Size:
                var before = outlets.Known(IsNew ? "" : Key) ?? New(Value("code")) with { Counting = Counting.Words, Layout = Layout.Ad, Link = false };
                var size = Size((before.Size ?? outlets.Of(AdSize.Quarter)) with { Size = null });
                return (changes.With(before with { Names = size.Names, Size = size with { Names = ImmutableDictionary<string, string>.Empty } }), $"outlets.{before.Code}.");
            case OutletKind.Outlet:
                var outlet = Outlet(outlets.Known(IsNew ? "" : Key) ?? New(Value("code")) with { Counting = Named<Counting>("counting"), Layout = Named<Layout>("layout") });
                return (changes.With(outlet), $"outlets.{outlet.Code}.");
            default:
                var account = Account();
                return (changes.With(account), $"accounts.{account.Id}.");
        }
    }

    /// <summary>What is wrong with what was filled in, before anything is made of it.</summary>
    public string? Taken(Outlets outlets) => IsNew && Kind != OutletKind.Account && outlets.Known(Value("code")) is not null ? "code" : null;

    /// <summary>The thing, not offered any more, or again.</summary>
    public OutletChanges Retire(OutletChanges changes, Outlets outlets, bool retired) => Kind switch
    {
        OutletKind.Size when Enum.TryParse<AdSize>(Key, ignoreCase: true, out var booked) => changes.With(outlets.Of(booked) with { Retired = retired }),
        OutletKind.Account => changes.With(outlets.Accounts.First(account => account.Id == Key) with { Retired = retired }),
        _ => changes.With(outlets.Find(Key) with { Retired = retired }),
    };

    /// <summary>The thing as it is configured; an account, and an outlet of the desk's own, have nothing to go back to.</summary>
    public OutletChanges Reset(OutletChanges changes) => Kind == OutletKind.Size && Enum.TryParse<AdSize>(Key, ignoreCase: true, out var booked)
        ? changes with { AdSizes = changes.AdSizes.RemoveAll(size => size.Size == booked) }
        : changes with { Outlets = changes.Outlets.RemoveAll(outlet => outlet.Code == Key) };

    /// <summary>What is filled in a field.</summary>
    public string Value(string field) => Values.GetValueOrDefault(field, "");

    /// <summary>A booked size, or an ad format of its own.</summary>
    private static AdBudget? SizeOf(Outlets outlets, string key) => Enum.TryParse<AdSize>(key, ignoreCase: true, out var booked) && Enum.IsDefined(booked) ? outlets.Of(booked)
        : outlets.Known(key) is { Size: { } size, Names: var names } ? size with { Names = names }
        : null;

    private static Outlet New(string code) =>
        new() { Code = code, Names = ImmutableDictionary<string, string>.Empty, Counting = Counting.Graphemes, Layout = Layout.Short, Runs = 2, MostSentences = 6, Link = true };

    private AdBudget Size(AdBudget before)
    {
        var size = before with
        {
            Names = Names(),
            WidthMm = Number("widthMm"),
            HeightMm = Number("heightMm"),
            Columns = Number("columns"),
            ColumnMm = Number("columnMm"),
            Lines = Number("lines"),
            Words = Number("words"),
            Headline = Number("headline"),
            Items = Number("items"),
            Enumeration = Number("enumeration"),
            Reflection = Number("reflection"),
            Question = Number("question"),
            PullQuote = Value("pullQuote").Length == 0 ? null : Number("pullQuote"),
            Runs = Number("runs"),
            MostSentences = Number("mostSentences"),
            Objection = Is("objection"),
            WholeAnswers = Is("wholeAnswers"),
        };
        return size with { Names = before.Names } == before ? size : size with { Source = Own, Date = null };
    }

    private Outlet Outlet(Outlet before) => before with
    {
        Names = Names(),
        Target = Figure("target", before.Target),
        HardLimit = Figure("hardLimit", before.HardLimit),
        Hashtags = Number("hashtags"),
        Runs = Number("runs"),
        MostSentences = Number("mostSentences"),
        Link = Is("link"),
        Picture = Is("picture"),
        Thread = Is("thread"),
        Objection = Is("objection"),
    };

    private Account Account() => new()
    {
        Id = IsNew ? $"{Value("outlet")}-{Mark[^8..]}" : Key,
        Outlet = Value("outlet"),
        Name = Value("name"),
        Handle = Value("handle") is { Length: > 0 } handle ? handle : null,
        PersonId = Value("personId") is { Length: > 0 } person ? person : null,
        Register = Named<Register>("register"),
    };

    private ImmutableDictionary<string, string> Names() => ImmutableDictionary.CreateRange(
        Tongues.Where(language => Value($"name.{language}").Length > 0).Select(language => KeyValuePair.Create(language, Value($"name.{language}"))));

    private Figure? Figure(string field, Figure? before) => Value(field).Length == 0 ? null : Number(field) is var number && before?.Value == number ? before : new Figure(number, Own);

    /// <summary>What is no number is a mistake that the check finds.</summary>
    private int Number(string field) => int.TryParse(Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private bool Is(string field) => Value(field).Length > 0;

    private T Named<T>(string field)
        where T : struct, Enum => JsonNames<T>.All.GetValueOrDefault(Value(field));

    private static ImmutableDictionary<string, string> Of(AdBudget size) => ImmutableDictionary.CreateRange<string, string>(
    [
        .. Of(size.Names), new("widthMm", Text(size.WidthMm)), new("heightMm", Text(size.HeightMm)), new("columns", Text(size.Columns)), new("columnMm", Text(size.ColumnMm)), new("lines", Text(size.Lines)),
        new("words", Text(size.Words)), new("headline", Text(size.Headline)), new("items", Text(size.Items)), new("enumeration", Text(size.Enumeration)), new("reflection", Text(size.Reflection)),
        new("question", Text(size.Question)), new("pullQuote", Text(size.PullQuote)), new("runs", Text(size.Runs)), new("mostSentences", Text(size.MostSentences)), new("objection", Text(size.Objection)), new("wholeAnswers", Text(size.WholeAnswers)),
    ]);

    private static ImmutableDictionary<string, string> Of(Outlet outlet) => ImmutableDictionary.CreateRange<string, string>(
    [
        .. Of(outlet.Names), new("target", Text(outlet.Target?.Value)), new("hardLimit", Text(outlet.HardLimit?.Value)), new("hashtags", Text(outlet.Hashtags)), new("runs", Text(outlet.Runs)),
        new("mostSentences", Text(outlet.MostSentences)), new("link", Text(outlet.Link)), new("picture", Text(outlet.Picture)), new("thread", Text(outlet.Thread)), new("objection", Text(outlet.Objection)),
    ]);

    private static ImmutableDictionary<string, string> Of(Account account) => ImmutableDictionary.CreateRange<string, string>(
        [new("outlet", account.Outlet), new("name", account.Name), new("handle", account.Handle ?? ""), new("personId", account.PersonId ?? ""), new("register", JsonNames<Register>.Of(account.Register))]);

    private static IEnumerable<KeyValuePair<string, string>> Of(ImmutableDictionary<string, string> names) => names.Where(name => name.Key is "sv" or "en").Select(name => KeyValuePair.Create($"name.{name.Key}", name.Value));

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(bool on) => on ? "yes" : "";
}
