using System.Globalization;
using Dialog.Core.Questions;

namespace Dialog.Core.Texts;

public sealed partial record ExplainTexts
{
    private static ExplainTexts English { get; } = new()
    {
        Rule = (rule, words) => rule switch
        {
            FollowUpRule.Unknown => "I asked because the answer had nothing in it. Often there is something after all.",
            FollowUpRule.NoCounterVoice => "I asked because there was no objection in it. Readers who disagree would not recognise themselves.",
            FollowUpRule.OnlyList => "I asked because the answer was a list. One thing that happened says more than many points.",
            FollowUpRule.Abstract => $"I asked because “{words}” are big words, and I found nothing to see, count or touch.",
            FollowUpRule.TooShort => $"I asked because the answer was short: “{words}”.",
            FollowUpRule.NoReason => "I asked because I found no “because”, “so that” or “otherwise” in the answer.",
            FollowUpRule.NotAQuestion => "I asked because it was not a question. Readers rather answer when somebody wonders.",
            FollowUpRule.NoPerson => "I asked because I found no “I” or “we” in the answer.",
            FollowUpRule.NoExample => "I asked because I found no place, time or number in the answer.",
            _ => $"I asked because not everybody knows the acronym “{words}”.",
        },
        Question = slot => slot switch
        {
            Slot.What => "I ask because readers first want to know what it is about.",
            Slot.Why => "I ask because the reason is what readers remember.",
            Slot.Who => "I ask because readers want to meet a person, not an organisation.",
            Slot.Challenge => "I ask because some reader thinks the objection. It is better that you bring it up yourself.",
            Slot.Synthesis => "I ask because the objection is never printed without your answer.",
            Slot.Question => "I ask because a question to the readers opens a conversation.",
            _ => "I ask because a sentence is sometimes torn out of its context. You should be able to stand by it even then.",
        },
        Capacity = "I ask because you mention something private. What you say at work may be printed; what you say as a private person is left out.",
        Guard = "I ask because something in the answer may harm somebody if it is printed. You decide what happens to the sentence.",
        Deadline = (deadline, print) =>
            (deadline, print) switch
            {
                ({ } at, { } day) => $"By {at.ToString("dddd d MMMM", EnglishCulture)} at {at.ToString("H.mm", EnglishCulture)}. It is printed on {day.ToString("dddd d MMMM", EnglishCulture)}.",
                ({ } at, null) => $"By {at.ToString("dddd d MMMM", EnglishCulture)} at {at.ToString("H.mm", EnglishCulture)}.",
                (null, { } day) => $"It is printed on {day.ToString("dddd d MMMM", EnglishCulture)}, so well before that, please.",
                _ => "There is no fixed day. When it suits you.",
            },
        Length = "A few sentences are enough, more is welcome. I choose whole sentences that fit and do not change the words.",
        Left = left => left == 1 ? "One more question, it takes less than a minute." : string.Create(CultureInfo.InvariantCulture, $"At most {left} more questions, about half a minute each."),
        Readers = editor => $"You and {editor ?? "the desk"} read the answers, nobody else. Your manager sees only text that you have approved.",
        Record = "What you write here is working material until something is sent or published. What goes to the paper or is published becomes an official record. Ask the registrar if you are unsure.",
        Data = "The answers are kept as working material at the desk until the text is finished. Nothing goes out before you have read and approved it. Write nothing confidential about a person.",
        Meaning = slot => slot switch
        {
            Slot.What => "Tell what happens, so that somebody who knows nothing can see it.",
            Slot.Why => "Tell what gets better, or what happens if you don't.",
            Slot.Who => "Tell who does the work, who notices, and what you do yourself.",
            Slot.Challenge => "Think of somebody who thinks the opposite. What do they say?",
            Slot.Synthesis => "What do you say to somebody who thinks so? You may keep to your own idea.",
            Slot.Question => "The reader gets a question at the end of the text. What are you curious to know?",
            _ => "The sentence is your own. Would it be fine all alone, with your name under it?",
        },
        Bot = "I'm a bot that follows fixed rules. I ask questions and choose among your own sentences. I make nothing up.",
        Duty = "No, it is voluntary and you need give no reason. Write “skip” for one question or “cancel” for all of it.",
        Purpose = "Your own sentences become drafts of an ad or a post, which the desk reads. Nothing goes out before you have read and approved it.",
        Call = editor => $"I can only write. If you would rather talk, get in touch with {editor ?? "the desk"}. You can also dictate the answer here.",
        Medium = "I read nothing but text. Write or dictate the answer in your own words.",
        Ahead = "One at a time, and you can skip any of them:",
        Asker = (editor, brief) => $"{editor ?? "The desk"} asks: “{brief}”",
    };

    private static CultureInfo EnglishCulture { get; } = CultureInfo.GetCultureInfo("en-GB");
}
