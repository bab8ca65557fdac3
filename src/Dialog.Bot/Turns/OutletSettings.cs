using System.Collections.Immutable;
using System.Globalization;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Bot.Turns;

/// <summary>
/// The organisation's own outlets and ad sizes: <c>Outlets:x:Target</c>, <c>Outlets:ad:Sizes:quarter:Reflection</c>, or a new outlet with
/// <c>Counting</c> and <c>Layout</c>. A value that cannot work stops the start with the key and the mend.
/// </summary>
internal static class OutletSettings
{
    private const string Own = "the organisation's setting";

    private static readonly ImmutableArray<string> Keys =
        ["Name", "Counting", "Layout", "HardLimit", "Target", "MostBytes", "MostLinks", "Hashtags", "MostHashtags", "LongestHashtag", "MostAltText", "Runs", "MostSentences", "Objection", "Link", "Picture", "Thread", "Size", "Sizes"];

    private static readonly ImmutableArray<string> SizeKeys =
        ["WidthMm", "HeightMm", "Words", "Headline", "Items", "Enumeration", "Reflection", "Runs", "MostSentences", "Question", "PullQuote", "Objection", "WholeAnswers", "Columns", "ColumnMm", "Lines"];

    public static Outlets Read(IConfiguration configuration)
    {
        var outlets = Outlets.BuiltIn;
        foreach (var section in configuration.GetSection("Outlets").GetChildren())
        {
            Known(section, Keys);
            var code = section.Key.ToLowerInvariant();
            foreach (var size in section.GetSection("Sizes").GetChildren())
            {
                if (code != "ad" || Setting.Named<AdSize>(size.Key) is not { } named)
                {
                    throw new StartupException($"{size.Path}: not a size that can be booked. Use Outlets:ad:Sizes:eighth, quarter, half or full; a format of its own is a new outlet with Layout ad and Size.");
                }

                outlets = outlets.With(Budget(size, outlets.Of(named)));
            }

            outlets = outlets.With(Outlet(section, code, outlets));
        }

        return outlets;
    }

    private static Outlet Outlet(IConfigurationSection section, string code, Outlets outlets)
    {
        var before = outlets.Known(code) ?? New(section, code);
        var outlet = before with
        {
            Names = Names(section.GetSection("Name"), before.Names),
            Counting = Choice(section, "Counting", before.Counting),
            Layout = Choice(section, "Layout", before.Layout),
            HardLimit = Figure(section, "HardLimit", before.HardLimit),
            Target = Figure(section, "Target", before.Target),
            MostBytes = Figure(section, "MostBytes", before.MostBytes),
            MostLinks = Figure(section, "MostLinks", before.MostLinks),
            MostHashtags = Figure(section, "MostHashtags", before.MostHashtags),
            LongestHashtag = Figure(section, "LongestHashtag", before.LongestHashtag),
            MostAltText = Figure(section, "MostAltText", before.MostAltText),
            Hashtags = Number(section, "Hashtags", least: 0) ?? before.Hashtags,
            Runs = Number(section, "Runs", least: 1) ?? before.Runs,
            MostSentences = Number(section, "MostSentences", least: 1) ?? before.MostSentences,
            Objection = Flag(section, "Objection") ?? before.Objection,
            Link = Flag(section, "Link") ?? before.Link,
            Picture = Flag(section, "Picture") ?? before.Picture,
            Thread = Flag(section, "Thread") ?? before.Thread,
            Size = section.GetSection("Size").Exists() ? Budget(section.GetSection("Size"), (before.Size ?? outlets.Of(AdSize.Quarter)) with { Size = null }) : before.Size,
        };
        if (outlet is { Target: { } target, HardLimit: { } limit } && target.Value > limit.Value)
        {
            throw new StartupException($"{section.Path}:Target: {target.Value} is above the hard limit {limit.Value}. Lower the target or set {section.Path}:HardLimit.");
        }

        if (outlet is { MostHashtags: { } most } && outlet.Hashtags > most.Value)
        {
            throw new StartupException($"{section.Path}:Hashtags: {outlet.Hashtags} is more than the {most.Value} that are allowed. Lower it or set {section.Path}:MostHashtags.");
        }

        return outlet.Layout == Layout.Ad == (outlet.Counting == Counting.Words)
            ? outlet
            : throw new StartupException($"{section.Path}: an ad is counted in words and nothing else is. Set Counting words and Layout ad together, or neither.");
    }

    private static Outlet New(IConfigurationSection section, string code)
    {
        if (section["Counting"] is null || section["Layout"] is null)
        {
            throw new StartupException($"{section.Path}: a new outlet needs {section.Path}:Counting ({Codes<Counting>()}) and {section.Path}:Layout ({Codes<Layout>()}).");
        }

        if (code.Length > 30 || !code.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            throw new StartupException($"{section.Path}: a code is at most 30 letters a–z, digits and hyphens.");
        }

        return new Outlet { Code = code, Names = ImmutableDictionary<string, string>.Empty.Add("sv", section.Key), Counting = default, Layout = default, Runs = 2, MostSentences = 6, Link = true };
    }

    private static AdBudget Budget(IConfigurationSection section, AdBudget before)
    {
        Known(section, SizeKeys);
        return before with
        {
            WidthMm = Number(section, "WidthMm", 1) ?? before.WidthMm,
            HeightMm = Number(section, "HeightMm", 1) ?? before.HeightMm,
            Words = Number(section, "Words", 10) ?? before.Words,
            Headline = Number(section, "Headline", 10) ?? before.Headline,
            Items = Number(section, "Items", 0) ?? before.Items,
            Enumeration = Number(section, "Enumeration", 0) ?? before.Enumeration,
            Reflection = Number(section, "Reflection", 40) ?? before.Reflection,
            Runs = Number(section, "Runs", 1) ?? before.Runs,
            MostSentences = Number(section, "MostSentences", 1) ?? before.MostSentences,
            Question = Number(section, "Question", 10) ?? before.Question,
            PullQuote = Number(section, "PullQuote", 10) ?? before.PullQuote,
            Objection = Flag(section, "Objection") ?? before.Objection,
            WholeAnswers = Flag(section, "WholeAnswers") ?? before.WholeAnswers,
            Columns = Number(section, "Columns", 1) ?? before.Columns,
            ColumnMm = Number(section, "ColumnMm", 20) ?? before.ColumnMm,
            Lines = Number(section, "Lines", 4) ?? before.Lines,
            Source = Own,
            Date = null,
        };
    }

    private static ImmutableDictionary<string, string> Names(IConfigurationSection section, ImmutableDictionary<string, string> before)
    {
        var names = section.Value is { Length: > 0 } name ? ImmutableDictionary<string, string>.Empty.Add("sv", name) : before;
        return names.SetItems(section.GetChildren().Where(child => child.Value is { Length: > 0 }).Select(child => KeyValuePair.Create(child.Key.ToLowerInvariant(), child.Value!)));
    }

    private static Figure? Figure(IConfigurationSection section, string key, Figure? before) =>
        Number(section, key, least: 1) is { } value ? new Figure(value, Own) : before;

    private static int? Number(IConfigurationSection section, string key, int least) => section[key] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 1_000_000 => number,
        var text => throw new StartupException($"{section.Path}:{key}: ”{text}” is not a whole number from {least} up. Write e.g. {section.Path}:{key}={Math.Max(least, 280)}."),
    };

    private static bool? Flag(IConfigurationSection section, string key) => section[key] switch
    {
        null or "" => null,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new StartupException($"{section.Path}:{key}: ”{text}” is neither true nor false."),
    };

    private static T Choice<T>(IConfigurationSection section, string key, T before)
        where T : struct, Enum => section[key] switch
        {
            null or "" => before,
            var text => Setting.Named<T>(text) ?? throw new StartupException($"{section.Path}:{key}: ”{text}” is not known. Use {Codes<T>()}."),
        };

    private static string Codes<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));

    private static void Known(IConfigurationSection section, ImmutableArray<string> keys)
    {
        foreach (var child in section.GetChildren())
        {
            if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new StartupException($"{child.Path}: no such setting. There is {string.Join(", ", keys)}.");
            }
        }
    }
}
