using System.Collections.Immutable;
using Dialog.Bot.Assisting;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Export;

/// <summary>A record as an archivist and a citizen read it. In Swedish around the text, which is in its own language.</summary>
internal static class ArchiveBlocks
{
    public static ImmutableList<Block> Of(FinalRecordBody record, string sha256, ImmutableList<RecordedReaction> reactions, Organisation organisation)
    {
        var texts = PageTexts.For("sv");
        var blocks = ImmutableList.CreateBuilder<Block>();
        blocks.Add(new Block.Heading(1, record.Topic));
        blocks.Add(new Block.Facts(
        [
            $"Avsändare: {organisation.Name}",
            .. record.Name is null ? [] : (string[])[$"Uttalad av: {record.Name}{(record.Title is null ? "" : $", {record.Title}")}"],
            $"Publicerad i: {organisation.Outlets.Find(record.Outlet).Name("sv")}",
            $"Publicerad: {RecordTime.Stamp(record.PublishedAt, organisation)}, noterat av {Who(record.PublishedBy)}",
            .. record.Url is null ? [] : (string[])[$"Adress: {record.Url}"],
            $"Utkast: {record.DraftId}, version {record.Revision}",
            .. record.Assistance is null ? [] : (string[])[$"AI-hjälp: {string.Join(", ", record.Assistance.Select(help => $"{AssistTexts.For("sv").Name(help.Kind).ToLowerInvariant()} ({help.Model})"))}; varje förslag granskades och godtogs av en redaktör"],
            $"SHA-256 för handling.json: {sha256}",
        ]));
        blocks.Add(new Block.Heading(2, "Texten"));
        blocks.Add(new Block.Body(record.Text));
        if (record.Picture is { } picture)
        {
            blocks.Add(new Block.Heading(2, "Bild"));
            blocks.Add(new Block.Facts([$"Beskrivning: {picture.AltText}", $"Fotograf: {picture.Photographer}", $"Licens: {picture.Licence}", $"Samtycke: {picture.Consent}"]));
        }

        blocks.Add(new Block.Heading(2, "Godkännanden"));
        blocks.Add(new Block.Rows([.. record.Approvals.Select(approval => ($"{RecordTime.Stamp(approval.At, organisation)}, {Who(approval.By)}", texts.Did(approval)))]));
        blocks.Add(new Block.Heading(2, "Varje menings ursprung"));
        blocks.Add(new Block.Rows([.. record.Sentences.Select(sentence => (sentence.Text, texts.OriginOf(sentence)))]));
        if (!reactions.IsEmpty)
        {
            blocks.Add(new Block.Heading(2, "Läsarnas reaktioner"));
            blocks.Add(new Block.Rows([.. reactions.Select(reaction => ($"{RecordTime.Stamp(reaction.At, organisation)}{(reaction.Source is null ? "" : $", {reaction.Source}")}", reaction.Text))]));
        }

        return blocks.ToImmutable();
    }

    private static string Who(Actor by) => by.Name ?? (by.Role == ReviewRole.Desk ? "redaktionen" : by.PersonId ?? "programmet");
}
