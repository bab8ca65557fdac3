using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Bot.Api;

/// <summary>Reads what was ordered; what is wrong with it is collected by field.</summary>
internal static class OrderReader
{
    private const string TooLate = "Use an instant that is not after publishOn.";

    /// <summary>The order as it is kept; what is wrong with it is collected by field.</summary>
    public static Assignment Read(NewAssignment body, Problems problems, Organisation organisation)
    {
        var outlets = body.Outlets ?? [.. organisation.DefaultOutlets];
        problems.Check("outlets", outlets.Count > 0, "Choose at least one, or leave it out for the usual ones.");
        foreach (var unknown in outlets.Where(code => code is null || organisation.Outlets.Known(code) is null))
        {
            problems.Check("outlets", holds: false, $"{unknown ?? "null"} is not an outlet. Use {string.Join(", ", organisation.Outlets.All.Select(outlet => outlet.Code))}.");
        }

        var enumeration = body.Enumeration ?? [];
        problems.Check("enumeration", enumeration.Count <= 30 && enumeration.TrueForAll(line => line is { Length: <= 300 } && !line.Any(char.IsControl)), "At most 30 lines of 300 characters.");
        var hashtags = body.Hashtags ?? [];
        problems.Check("hashtags", hashtags.Count <= 20 && hashtags.TrueForAll(tag => tag is { Length: <= 100 } && Hashtag.Is(tag.TrimStart('#'))), "At most 20, each of letters, digits and _, a letter among them.");
        var remindAt = body.RemindAt ?? [];
        problems.Check("remindAt", remindAt.Count <= 20, "At most 20 instants.");
        problems.Check("remindAt", remindAt.TrueForAll(instant => instant.Year is >= 2000 and < 2200), "Use a year between 2000 and 2199.");
        var link = problems.Address("link", body.Link);
        var picture = Read(body.Picture, problems);
        problems.Check("start", body.Start is null or "now" or "planned", "Use now or planned.");
        problems.Check("start", body.Start != "planned" || body.PublishOn is not null || body.CopyDeadline is not null || body.Due is not null, "A planned start needs publishOn, copyDeadline or due to plan back from.");
        problems.Check("start", body.Start != "planned" || remindAt.Count == 0, "A planned start and remindAt exclude each other: the plan has its own reminders.");
        problems.Check("publishOn", body.PublishOn is null or { Year: >= 2000 and < 2200 }, "Use a year between 2000 and 2199.");
        problems.Check("copyDeadline", body.CopyDeadline is null or { Year: >= 2000 and < 2200 }, "Use a year between 2000 and 2199.");
        problems.Check("copyDeadline", Assignment.LeavesInTime(body.CopyDeadline, body.PublishOn, organisation.TimeZone), TooLate);
        problems.Check("due", body.Due is null or { Year: >= 2000 and < 2200 }, "Use a year between 2000 and 2199.");
        var language = body.Language ?? organisation.Language;
        problems.Check("language", language is "sv" or "en", "Use sv or en.");
        return new Assignment
        {
            Id = AssignmentOpener.NewId(),
            Topic = problems.NeedLine("topic", body.Topic, 200),
            Kicker = problems.Line("kicker", body.Kicker, Assignment.LongestKicker),
            Brief = problems.Optional("brief", body.Brief, 4000),
            PersonId = problems.Need("personId", body.PersonId, 100),
            Track = problems.Known("track", body.Track) ?? Track.Standard,
            Outlets = [.. outlets.OfType<string>().Distinct()],
            AdSize = problems.Known("adSize", body.AdSize) ?? AdSize.Quarter,
            Enumeration = [.. enumeration.Select(Clean.TextOrNull).OfType<string>()],
            Voice = problems.Known("voice", body.Voice) ?? Voice.Own,
            Threads = body.Threads ?? false,
            Picture = picture,
            Link = link,
            Hashtags = [.. hashtags.OfType<string>().Select(tag => $"#{tag.TrimStart('#')}").Distinct(StringComparer.OrdinalIgnoreCase)],
            PublishOn = body.PublishOn,
            CopyDeadline = body.CopyDeadline,
            Due = body.Due,
            AsPlanned = body.Start == "planned",
            DeputyId = problems.Optional("deputyId", body.DeputyId, 100),
            Ad = problems.Optional("ad", body.Ad, 100),
            RemindAt = [.. remindAt.Distinct().Order()],
            Language = language,
            InTheirLanguage = body.Language is null,
        };
    }

    /// <summary>A change as it is taken; what is wrong with it is collected by field. The rules are those of a new order.</summary>
    public static OrderChange Read(AssignmentChange body, Problems problems, Organisation organisation)
    {
        var order = Read(new NewAssignment(body.Topic ?? "-", "-", body.Brief, Outlets: body.Outlets, PublishOn: body.PublishOn, CopyDeadline: body.CopyDeadline, Due: body.Due), problems, organisation);
        return new OrderChange
        {
            Topic = body.Topic is null ? null : order.Topic,
            Brief = body.Brief is null ? null : order.Brief ?? "",
            Outlets = body.Outlets is null ? null : [.. body.Outlets.OfType<string>().Distinct()],
            PublishOn = body.PublishOn,
            CopyDeadline = body.CopyDeadline,
            Due = body.Due,
        };
    }

    /// <summary>One of two dates is held against the other as it stands.</summary>
    public static void Check(OrderChange change, Assignment before, Problems problems, Organisation organisation)
    {
        var after = change.Apply(before);
        problems.Check("copyDeadline", change is { CopyDeadline: null, PublishOn: null } || Assignment.LeavesInTime(after.CopyDeadline, after.PublishOn, organisation.TimeZone), TooLate);
    }

    public static Picture? Read(Picture? picture, Problems problems) => picture is null ? null : picture with
    {
        AltText = problems.Optional("picture", picture.AltText, 1000),
        Photographer = problems.Optional("picture", picture.Photographer, 200),
        Licence = problems.Optional("picture", picture.Licence, 500),
        Consent = problems.Known("picture", picture.Consent),
    };
}
