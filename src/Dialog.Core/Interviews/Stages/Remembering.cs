using Dialog.Core.Calendars;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>What the person has said before on the same: told when they ask, and once beside a new question.</summary>
internal static class Remembering
{
    /// <summary>Told in one message.</summary>
    private const int Most = 3;

    /// <summary>"What did I say before": the newest first, and the open question again.</summary>
    public static void Tell(Talk talk)
    {
        var texts = ReaderTexts.For(talk.Language);
        var earlier = talk.Context.Earlier;
        if (earlier.IsEmpty)
        {
            Explaining.AnswerOrSay(talk, texts.NothingBefore);
            return;
        }

        var lines = earlier.Take(Most).Select(item => texts.BeforeLine(Day(talk, item), item.Topic, item.Quote)).Prepend(texts.Before);
        talk.Say(talk.Message(OutgoingKind.Note, string.Join('\n', lines)) with { Link = LinkOf(earlier[0], texts) });
    }

    /// <summary>Beside a question that touches something the person has published.</summary>
    public static void Remind(Talk talk)
    {
        if (talk.Context.Earlier is [var newest, ..])
        {
            var texts = ReaderTexts.For(talk.Language);
            talk.Say(talk.Message(OutgoingKind.Note, texts.LastTime(Day(talk, newest), newest.Quote)) with { Link = LinkOf(newest, texts) });
        }
    }

    private static DateTimeOffset Day(Talk talk, Earlier item) => WallClock.Local(item.At, talk.Context.Organisation.TimeZone);

    private static PageLink? LinkOf(Earlier item, ReaderTexts texts) => item.Url is { } url ? new PageLink(texts.ReadText, url) : null;
}
