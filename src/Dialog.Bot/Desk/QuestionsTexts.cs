using Dialog.Core.Assignments;
using Dialog.Core.Questions;

namespace Dialog.Bot.Desk;

/// <summary>What the page with the interview's questions says.</summary>
public sealed record QuestionsTexts
{
    public static QuestionsTexts For(string language) => language == "en" ? English : Swedish;

    public required Func<string, string> InUse { get; init; }

    public required string FromProgram { get; init; }

    public required Func<string, string> FromFile { get; init; }

    public required string Try { get; init; }

    public required string TryHint { get; init; }

    public required string Talk { get; init; }

    public required string Track { get; init; }

    public required Func<Track, string> TrackName { get; init; }

    public required string Language { get; init; }

    public required string Begin { get; init; }

    public required string Again { get; init; }

    public required string SampleTopic { get; init; }

    public required string SampleName { get; init; }

    public required string TheQuestions { get; init; }

    public required string WhenCovered { get; init; }

    public required Func<int, string> FollowUps { get; init; }

    public required Func<FollowUpRule, string> Rule { get; init; }

    public required string Versions { get; init; }

    public required string VersionsHint { get; init; }

    public required string NoVersions { get; init; }

    public required string Now { get; init; }

    public required Func<string, string> Since { get; init; }

    private static QuestionsTexts Swedish { get; } = new()
    {
        InUse = name => $"Nya intervjuer använder {name}",
        FromProgram = "Programmets egna frågor",
        FromFile = file => $"Ur filen {file}",
        Try = "Prova",
        TryHint = "Svara som någon som blir tillfrågad. Ingenting sparas och inget skickas. Dialog väntar inte, varje svar bedöms genast.",
        Talk = "Samtalet på prov",
        Track = "Längd",
        TrackName = track => track switch { Dialog.Core.Assignments.Track.Quick => "kort", Dialog.Core.Assignments.Track.Long => "lång", _ => "vanlig" },
        Language = "Språk",
        Begin = "Börja",
        Again = "Börja om",
        SampleTopic = "Varför twittrar kommunchefen?",
        SampleName = "Kim",
        TheQuestions = "Frågorna",
        WhenCovered = "Redan berört:",
        FollowUps = count => count == 1 ? "En följdfråga" : $"{count} följdfrågor",
        Rule = rule => rule switch
        {
            FollowUpRule.TooShort => "för kort",
            FollowUpRule.OnlyList => "bara en lista",
            FollowUpRule.Abstract => "abstrakt",
            FollowUpRule.NoReason => "inget skäl",
            FollowUpRule.NoExample => "inget exempel",
            FollowUpRule.NoPerson => "ingen person",
            FollowUpRule.Jargon => "fackord",
            FollowUpRule.Unknown => "vet inte",
            FollowUpRule.NoCounterVoice => "ingen motröst",
            FollowUpRule.NotAQuestion => "ingen fråga",
            _ => $"{rule}",
        },
        Versions = "Frågor som intervjuer har börjat med",
        VersionsHint = "De sparas, så att en påbörjad intervju och ett gammalt svar alltid går att förstå.",
        NoVersions = "Ingen intervju har börjat än.",
        Now = "används nu",
        Since = at => $"först {at}",
    };

    private static QuestionsTexts English { get; } = new()
    {
        InUse = name => $"New interviews use {name}",
        FromProgram = "The program's own questions",
        FromFile = file => $"From the file {file}",
        Try = "Try",
        TryHint = "Answer like somebody who is asked. Nothing is stored and nothing is sent. Dialog does not wait here: every answer is judged at once.",
        Talk = "The talk on trial",
        Track = "Length",
        TrackName = track => track switch { Dialog.Core.Assignments.Track.Quick => "short", Dialog.Core.Assignments.Track.Long => "long", _ => "usual" },
        Language = "Language",
        Begin = "Begin",
        Again = "Begin anew",
        SampleTopic = "Why does the chief executive tweet?",
        SampleName = "Kim",
        TheQuestions = "The questions",
        WhenCovered = "Already touched:",
        FollowUps = count => count == 1 ? "One follow-up" : $"{count} follow-ups",
        Rule = rule => rule switch
        {
            FollowUpRule.TooShort => "too short",
            FollowUpRule.OnlyList => "only a list",
            FollowUpRule.Abstract => "abstract",
            FollowUpRule.NoReason => "no reason",
            FollowUpRule.NoExample => "no example",
            FollowUpRule.NoPerson => "no person",
            FollowUpRule.Jargon => "jargon",
            FollowUpRule.Unknown => "does not know",
            FollowUpRule.NoCounterVoice => "no other voice",
            FollowUpRule.NotAQuestion => "not a question",
            _ => $"{rule}",
        },
        Versions = "Questions that interviews began with",
        VersionsHint = "They are kept, so that an interview under way and an old answer can always be understood.",
        NoVersions = "No interview has begun yet.",
        Now = "in use now",
        Since = at => $"first {at}",
    };
}
