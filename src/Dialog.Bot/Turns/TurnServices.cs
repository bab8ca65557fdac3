using System.Collections.Immutable;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Turns;

internal static class TurnServices
{
    public static void AddTurns(this IServiceCollection services, IConfiguration configuration)
    {
        var organisation = ReadOrganisation(configuration);
        services.AddSingleton(provider => new OrganisationShelf(organisation, provider.GetRequiredService<SettingBook>(), provider.GetRequiredService<ILogger<OrganisationShelf>>()));
        services.AddTransient(provider => provider.GetRequiredService<OrganisationShelf>().Now);
        var (file, sets) = ReadQuestions(configuration);
        services.AddSingleton<SettingBook>();
        services.AddSingleton(provider => new QuestionShelf(file, sets, provider.GetRequiredService<SettingBook>(), provider.GetRequiredService<ILogger<QuestionShelf>>()));
        services.AddHostedService<SettingsFirst>();
        services.AddSingleton<Bell>();
        services.AddSingleton<Couriers>();
        services.AddSingleton<ReceiptBell>();
        services.AddSingleton<MailBell>();
        services.AddSingleton(new Hooks(HookSettings.Read(configuration)));
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<AssignmentOpener>();
        services.AddSingleton<ChatAsking>();
        services.AddSingleton<Rehearsal>();
        services.AddSingleton<AssignmentDesk>();
        services.AddSingleton<AbsenceBook>();
        services.AddSingleton<SeriesBook>();
        services.AddSingleton<FeedBook>();
        services.AddSingleton<TextFeed>();
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Guests>();
        services.AddSingleton<Prompts>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ReaderBook>();
        services.AddSingleton<CommentBook>();
        services.AddSingleton<WorkspaceBook>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<Abandonment>();
        services.AddSingleton(RetentionOptions.Read(configuration));
        services.AddSingleton(AiSettings.Read(configuration));
        services.AddSingleton<DataLinks>();
        services.AddSingleton<ICheck, LinksCheck>();
        services.AddSingleton<ICheck, SenderCheck>();
        services.AddSingleton<Glances>();
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
    }

    /// <exception cref="StartupException">The organisation's questions cannot be used; every mistake on a line of its own.</exception>
    private static (QuestionFile? File, QuestionSets Sets) ReadQuestions(IConfiguration configuration)
    {
        if (configuration["Interview:QuestionSet"] is not { Length: > 0 } path)
        {
            return (null, QuestionSets.BuiltIn);
        }

        var file = new QuestionFile(path);
        file.HasChanged();
        var (set, mistakes) = file.Read();
        return set is null
            ? throw new StartupException($"Interview:QuestionSet: the questions cannot be used (docs/questions.md).\n{string.Join('\n', mistakes)}")
            : (file, QuestionSets.BuiltIn.BeginningWith(set));
    }

    private static Organisation ReadOrganisation(IConfiguration configuration)
    {
        var section = configuration.GetSection("Organisation");
        var language = section["Language"] ?? "sv";
        var timeZone = section["TimeZone"] ?? "Europe/Stockholm";
        if (language is not ("sv" or "en"))
        {
            throw new StartupException($"Organisation:Language: ”{language}” is not spoken here. Use sv or en.");
        }

        if (!WallClock.Knows(timeZone))
        {
            throw new StartupException($"Organisation:TimeZone: ”{timeZone}” is not a time zone. Use an IANA name such as Europe/Stockholm.");
        }

        var organisation = new Organisation
        {
            Name = section["Name"]?.Trim() is { Length: > 0 } name ? name : "Dialog",
            Web = ReadWeb(section),
            Language = language,
            TimeZone = timeZone,
            Roster = ReadList(section, "Roster", name => name.Any(char.IsLetter), "is not a name. Write names of people who speak for the organisation, e.g. Samira Nouri"),
            Outlets = OutletSettings.Read(configuration),
            Plan = PlanSettings.ReadPlan(configuration),
            Calendar = PlanSettings.ReadCalendar(configuration),
            Hours = PlanSettings.ReadHours(configuration),
            Url = ReadUrl(configuration),
            PrivacyContact = section["PrivacyContact"],
            PublishedContacts = ReadList(section, "PublishedContacts", IsContact, "is neither a phone number nor an e-mail address. Write e.g. 070-174 06 99 or kontaktcenter@example.com"),
        };
        return organisation with
        {
            QuietWindow = ReadWindow(configuration, "Interview:QuietWindow") ?? organisation.QuietWindow,
            WholeAnswerWindow = ReadWindow(configuration, "Interview:WholeAnswerWindow") ?? organisation.WholeAnswerWindow,
            Review = new ReviewPolicy(ReadChoice<ApproverRule>(configuration, "Review:Approvers"), ReadChoice<QuoteRule>(configuration, "Review:Quotes")),
        };
    }

    /// <summary>Where people reach the program; without a setting, where it listens, if that is on this machine and no proxy stands before it.</summary>
    private static string? ReadUrl(IConfiguration configuration)
    {
        if (configuration["Organisation:Url"] is not { Length: > 0 } text)
        {
            return StartupChecks.IsLocal(configuration) && !StartupChecks.BelievesProxy(configuration) ? StartupChecks.Addresses(configuration).FirstOrDefault()?.TrimEnd('/') : null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri is { Scheme: "http", IsLoopback: true })
            ? text.TrimEnd('/')
            : throw new StartupException($"Organisation:Url: ”{Setting.Shown(text)}” is not an address people can use. Write e.g. https://dialog.example.se.");
    }

    /// <summary>The organisation's own web address, as it is printed: without https:// and www.</summary>
    private static string? ReadWeb(IConfigurationSection section)
    {
        if (section["Web"]?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        var isSite = Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var uri)
            && uri is { Scheme: "https" or "http", HostNameType: UriHostNameType.Dns, IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }
            && uri.Host.Trim('.') == uri.Host && uri.Host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);
        return isSite
            ? (uri!.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host) + Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/')
            : throw new StartupException($"Organisation:Web: ”{text}” is not the address of a web site. Write e.g. katrineholm.se.");
    }

    private static T ReadChoice<T>(IConfiguration configuration, string key)
        where T : struct, Enum
    {
        var text = configuration[key];
        return string.IsNullOrWhiteSpace(text) ? default
            : Setting.Named<T>(text) ?? throw new StartupException($"{key}: ”{text}” is not known here. Use {string.Join(" or ", Enum.GetNames<T>())}.");
    }

    /// <summary>A list under a key: <c>Organisation:Roster:0</c>, <c>:1</c> …</summary>
    private static ImmutableList<string> ReadList(IConfigurationSection section, string key, Func<string, bool> isValid, string problem)
    {
        var items = section.GetSection(key).GetChildren().Select(item => (item.Path, Value: item.Value?.Trim() ?? "")).ToImmutableList();
        return items.Find(item => !isValid(item.Value)) is ({ } path, var value)
            ? throw new StartupException($"{path}: ”{value}” {problem}.")
            : [.. items.Select(item => item.Value)];
    }

    private static bool IsContact(string contact) =>
        contact.Contains('@', StringComparison.Ordinal)
            ? contact.IndexOf('@', StringComparison.Ordinal) > 0 && !contact.EndsWith('@') && !contact.Contains(' ', StringComparison.Ordinal)
            : contact.Count(char.IsAsciiDigit) >= 3 && !contact.Any(char.IsLetter);

    private static TimeSpan? ReadWindow(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return null;
        }

        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var window) && window >= TimeSpan.Zero && window <= TimeSpan.FromMinutes(10)
            ? window
            : throw new StartupException($"{key}: ”{text}” is not a time between 0 and 10 minutes. Write it as hours:minutes:seconds, e.g. 00:00:45.");
    }
}
