using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>What is kept of the person: said, handed out, erased.</summary>
internal static class Privacy
{
    /// <summary>The word that all is being erased leaves first.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public static void Hear(Talk talk, CommandKind wish)
    {
        var texts = PrivacyTexts.For(talk.Language);
        var desk = talk.Context.Privacy ?? new PrivacyDesk(PrivacyUrl: null, DataUrl: null, Minutes: 0, Records: 0, TranscriptDays: 0, InSeries: false);
        switch (wish)
        {
            case CommandKind.Privacy:
                Say(talk, desk.Assisted ? $"{texts.Kept(desk.TranscriptDays)} {texts.Assisted}" : texts.Kept(desk.TranscriptDays), desk.PrivacyUrl is { } page ? new PageLink(texts.ReadMore, page) : null);
                break;
            case CommandKind.MyData when desk.DataUrl is { } data:
                Say(talk, texts.YourData(desk.Minutes), new PageLink(texts.OpenData, data));
                break;
            case CommandKind.MyData:
                Say(talk, texts.AskTheDesk);
                break;
            case CommandKind.EraseMe when desk.InSeries:
                Say(talk, texts.InSeries);
                break;
            case CommandKind.EraseMe:
                talk.Now = talk.Now with { Confirming = Confirmation.Erase };
                talk.Ask(OutgoingKind.Note, desk.Decides ? $"{texts.ReallyErase(desk.Records)} {texts.DecisionsStay}" : texts.ReallyErase(desk.Records), null, (ChoiceValue.Yes, texts.Erase), (ChoiceValue.No, texts.Keep));
                break;
        }
    }

    /// <summary>The person has said yes.</summary>
    public static void Erase(Talk talk)
    {
        talk.Note(new Fact.DueSet(new Due(Due.Erase, talk.At + Grace)));
        Say(talk, PrivacyTexts.For(talk.Language).Erasing);
    }

    private static void Say(Talk talk, string text, PageLink? link = null) => talk.Say(talk.Message(OutgoingKind.Note, text) with { AssignmentId = null, Link = link });
}
