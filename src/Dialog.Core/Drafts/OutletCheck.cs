using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>Something that cannot be in outlets, sizes or accounts.</summary>
/// <param name="Path">Where, e.g. <c>outlets.x.target</c>, <c>adSizes.quarter.words</c>, <c>accounts.kommunen-x.handle</c>.</param>
/// <param name="Says">What is wrong and what is expected.</param>
public sealed record OutletMistake(string Path, string Says);

/// <summary>Finds every mistake in changes of outlets, each with its place.</summary>
public sealed class OutletCheck
{
    private const int LongestCode = 30;
    private const int LongestName = 60;
    private const int LongestHandle = 100;

    /// <summary>No text of ours and no paper is bigger.</summary>
    private const int MostFigure = 1_000_000;
    private const int MostMm = 2000;

    private readonly Outlets configured;
    private readonly OutletCheckTexts says;
    private readonly ImmutableList<OutletMistake>.Builder mistakes = ImmutableList.CreateBuilder<OutletMistake>();

    private OutletCheck(Outlets configured, string language)
    {
        this.configured = configured;
        says = OutletCheckTexts.For(language);
    }

    /// <summary>Every mistake; empty when the changes can count.</summary>
    /// <param name="changes">What is to count.</param>
    /// <param name="configured">What is known without it.</param>
    /// <param name="language">Of the mistakes.</param>
    public static ImmutableList<OutletMistake> Find(OutletChanges changes, Outlets configured, string language)
    {
        var check = new OutletCheck(configured, language);
        changes.Outlets.ForEach(check.Look);
        check.Twice(changes.Outlets.Select(outlet => $"outlets.{outlet.Code}.code"));
        changes.AdSizes.ForEach(check.LookAtBooked);
        check.Twice(changes.AdSizes.Where(size => size.Size is not null).Select(size => $"{PathOf(size)}.size"));
        changes.Accounts.ForEach(account => check.Look(account, changes));
        check.Twice(changes.Accounts.Select(account => $"accounts.{account.Id}.id"));
        return check.mistakes.ToImmutable();
    }

    /// <summary>A code people and scripts can write.</summary>
    public static bool IsCode(string? code) => code is { Length: > 0 and <= LongestCode } && code.All(mark => char.IsAsciiLetterLower(mark) || char.IsAsciiDigit(mark) || mark == '-');

    private static string PathOf(AdBudget size) => $"adSizes.{size.Size?.ToString().ToLowerInvariant() ?? "?"}";

    private void Look(Outlet outlet)
    {
        var path = $"outlets.{outlet.Code}";
        Note(!IsCode(outlet.Code), $"{path}.code", says.Code(LongestCode));
        Names(outlet.Names, $"{path}.name", needed: true);
        Between(outlet.HardLimit, $"{path}.hardLimit");
        Between(outlet.Target, $"{path}.target");
        Between(outlet.MostBytes, $"{path}.mostBytes");
        Between(outlet.MostLinks, $"{path}.mostLinks");
        Between(outlet.MostHashtags, $"{path}.mostHashtags");
        Between(outlet.LongestHashtag, $"{path}.longestHashtag");
        Between(outlet.MostAltText, $"{path}.mostAltText");
        Between(outlet.Hashtags, 0, 30, $"{path}.hashtags");
        Between(outlet.Runs, 1, 20, $"{path}.runs");
        Between(outlet.MostSentences, 1, 100, $"{path}.mostSentences");
        Note(outlet is { Target: { } target, HardLimit: { } limit } && target.Value > limit.Value, $"{path}.target", says.AboveLimit(outlet.HardLimit?.Value ?? 0));
        Note(outlet is { MostHashtags: { } most } && outlet.Hashtags > most.Value, $"{path}.hashtags", says.ManyHashtags(outlet.MostHashtags?.Value ?? 0));
        Note(outlet.Layout == Layout.Ad != (outlet.Counting == Counting.Words), $"{path}.counting", says.WordsForAds);
        Note(outlet.Layout == Layout.Ad && outlet.Size is null && configured.Known(outlet.Code) is not { Layout: Layout.Ad, Size: null }, $"{path}.size", says.NeedsSize);
        if (outlet.Size is { } size)
        {
            Look(size, $"{path}.size");
        }
    }

    private void LookAtBooked(AdBudget size)
    {
        Note(size.Size is not { } booked || !Enum.IsDefined(booked), $"{PathOf(size)}.size", says.NeedsBookedSize);
        Look(size, PathOf(size));
    }

    private void Look(AdBudget size, string path)
    {
        Names(size.Names, $"{path}.name", needed: false);
        Between(size.WidthMm, 20, MostMm, $"{path}.widthMm");
        Between(size.HeightMm, 20, MostMm, $"{path}.heightMm");
        Between(size.Words, 10, MostFigure, $"{path}.words");
        Between(size.Headline, 10, MostFigure, $"{path}.headline");
        Between(size.Items, 0, 100, $"{path}.items");
        Between(size.Enumeration, 0, MostFigure, $"{path}.enumeration");
        Between(size.Reflection, 40, MostFigure, $"{path}.reflection");
        Between(size.Runs, 1, 20, $"{path}.runs");
        Between(size.MostSentences, 1, 100, $"{path}.mostSentences");
        Between(size.Question, 10, MostFigure, $"{path}.question");
        Between(size.PullQuote ?? 10, 10, MostFigure, $"{path}.pullQuote");
        Between(size.Columns, 1, 12, $"{path}.columns");
        Between(size.ColumnMm, 20, MostMm, $"{path}.columnMm");
        Between(size.Lines, 4, 10_000, $"{path}.lines");
        Note(size.Columns * (long)size.ColumnMm > size.WidthMm, $"{path}.columnMm", says.TooWide(size.Columns, size.ColumnMm, size.WidthMm));
    }

    private void Look(Account account, OutletChanges changes)
    {
        var path = $"accounts.{account.Id}";
        var outlet = changes.Outlets.Find(other => other.Code == account.Outlet) ?? configured.Known(account.Outlet);
        Note(!IsCode(account.Id), $"{path}.id", says.Code(LongestCode));
        Note(!IsName(account.Name), $"{path}.name", says.Name(LongestName));
        Note(account.Handle is { } handle && (handle.Length is 0 or > LongestHandle || handle.Any(mark => char.IsWhiteSpace(mark) || char.IsControl(mark))), $"{path}.handle", says.OneLine);
        Note(outlet is null, $"{path}.outlet", says.UnknownOutlet);
        Note(outlet is { Layout: Layout.Ad }, $"{path}.outlet", says.NoAccountsInPrint);
        Note(account is { Register: Register.Private, PersonId: null }, $"{path}.personId", says.PrivateIsSomebodys);
    }

    private void Names(ImmutableDictionary<string, string> names, string path, bool needed)
    {
        Note(needed && !names.ContainsKey("sv"), path, says.Name(LongestName));
        Note(names.Values.Any(name => !IsName(name)), path, says.Name(LongestName));
    }

    private static bool IsName(string? name) => name is { Length: <= LongestName } && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);

    private void Twice(IEnumerable<string> paths)
    {
        foreach (var path in paths.GroupBy(path => path).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Note(true, path, says.Twice);
        }
    }

    private void Between(Figure? figure, string path) => Between(figure?.Value ?? 1, 1, MostFigure, path);

    private void Between(int value, int least, int most, string path) => Note(value < least || value > most, path, says.Between(least, most));

    private void Note(bool wrong, string path, string what)
    {
        if (wrong)
        {
            mistakes.Add(new OutletMistake(path, what));
        }
    }
}
