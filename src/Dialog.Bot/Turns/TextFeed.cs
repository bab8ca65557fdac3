using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>The texts that were approved or have gone out, newest first, as an Atom feed (RFC 4287) behind the secret that <see cref="FeedBook"/> gives to <see cref="Owner"/>.</summary>
internal sealed class TextFeed(IDbContextFactory<DialogDb> databases, Organisation organisation)
{
    public const string Owner = "texts";

    private const int MostEntries = 50;

    /// <summary>The feed behind a secret; null when it opens nothing.</summary>
    public async Task<byte[]?> ReadAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = FeedBook.Hash(secret);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Feeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.Hash == hash && feed.Owner == Owner && feed.TakenBackAt == null, cancellationToken) is not { } given)
        {
            return null;
        }

        var rows = await (
            from draft in db.Drafts.AsNoTracking()
            where draft.Status == DraftStatus.Approved || draft.Status == DraftStatus.Scheduled || draft.Status == DraftStatus.Published || draft.Status == DraftStatus.Corrected
            where !db.Drafts.Any(later => later.Id == draft.Id && later.Revision > draft.Revision)
            join assignment in db.Assignments on draft.AssignmentId equals assignment.Id
            join person in db.People on assignment.PersonId equals person.Id
            orderby draft.At descending, draft.Id
            select new { draft, assignment.Topic, person.Name }).Take(MostEntries).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.draft.Id);
        var settled = (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.DraftId) && (r.Action == ReviewAction.Approve || r.Action == ReviewAction.Publish)).OrderBy(r => r.Seq).ToListAsync(cancellationToken))
            .ToLookup(r => r.DraftId, r => StateJson.Read<ReviewEntry>(r.Body));
        var items = rows.ConvertAll(row => Item(row.draft, row.Topic, row.Name, settled[row.draft.Id].ToList()));
        return Write(new SyndicationFeed(items)
        {
            Id = "urn:dialog:texts",
            Title = new TextSyndicationContent(Plain(organisation.Name)),
            Language = organisation.Language,
            LastUpdatedTime = items.Select(item => item.LastUpdatedTime).Append(given.CreatedAt).Max(),
        });
    }

    /// <summary>What the feed looks like, in a word: the same feed has the same.</summary>
    public static string Tag(byte[] feed) => Convert.ToHexStringLower(SHA256.HashData(feed).AsSpan(0, 16));

    private static SyndicationItem Item(DraftRow row, string topic, string? name, List<ReviewEntry> entries)
    {
        var item = new SyndicationItem
        {
            Id = $"urn:dialog:draft:{Uri.EscapeDataString(row.Id)}",
            Title = new TextSyndicationContent(Plain(topic)),
            Content = new TextSyndicationContent(Plain(StateJson.Read<Draft>(row.Body).Text)),
            LastUpdatedTime = entries.LastOrDefault()?.At ?? row.At,
            PublishDate = entries.FirstOrDefault()?.At ?? row.At,
        };
        item.Categories.Add(new SyndicationCategory(row.Outlet, "urn:dialog:outlet", row.Outlet));
        item.Categories.Add(new SyndicationCategory(StateJson.NameOf(row.Status), "urn:dialog:status", null));
        item.Authors.Add(new SyndicationPerson { Name = Plain(name ?? "–") });
        if (entries.FindLast(entry => entry.Url is not null)?.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var seen))
        {
            item.Links.Add(SyndicationLink.CreateAlternateLink(seen));
        }

        return item;
    }

    /// <summary>XML has no place for some marks.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                plain.Append(text[at]);
            }
            else if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                plain.Append(text, at++, 2);
            }
        }

        return plain.ToString();
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            feed.SaveAsAtom10(writer);
        }

        return written.ToArray();
    }
}
