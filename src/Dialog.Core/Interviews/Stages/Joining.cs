using System.Collections.Immutable;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>
/// Two records of one person become one, and two again. The conversation that is left settles its buttons and mails what it holds to the
/// other, which takes it in and asks its open question anew.
/// </summary>
internal static class Joining
{
    /// <summary>Wrong codes within <see cref="WrongWithin"/>; then no code is looked at until the first of them is that old.</summary>
    private const int MostWrong = 5;

    private static readonly TimeSpan WrongWithin = TimeSpan.FromHours(1);

    /// <summary>False when it is about something else.</summary>
    public static bool Hear(Talk talk, string text)
    {
        var asked = talk.Now.JoinAsked;
        talk.Now = talk.Now with { JoinAsked = null };
        if (JoinWish.Read(text) is { } wish && talk.Context.Join is { } desk)
        {
            Close(talk, asked, Texts(talk).LetBe);
            if (wish.Code is null)
            {
                GiveCode(talk, desk.FreshCode);
            }
            else
            {
                UseCode(talk, wish.Code, desk.Other);
            }

            return true;
        }

        if (asked is not null && (SmallTalk.IsYes(text) || SmallTalk.IsNo(text)))
        {
            Answer(talk, asked, yes: SmallTalk.IsYes(text));
            return true;
        }

        Close(talk, asked, Texts(talk).LetBe);
        return false;
    }

    /// <summary>False when the button is about something else.</summary>
    public static bool Press(Talk talk, string value)
    {
        if (talk.Now.JoinAsked is { } asked && asked.Prompt.Choices.Find(choice => choice.Value == value) is { } choice)
        {
            talk.Now = talk.Now with { JoinAsked = null };
            Answer(talk, asked, yes: ChoiceValue.Read(choice.Value)?.Verb == ChoiceValue.Yes);
            return true;
        }

        if (talk.Now.Joins.Find(other => other.Prompt.Choices.Exists(button => button.Value == value)) is { } join)
        {
            TakeApart(talk, join);
            return true;
        }

        return false;
    }

    /// <summary>Two channels have verified the same address: no question, but a way back.</summary>
    public static void Recognise(Talk talk, Incoming.Recognised recognised)
    {
        if (recognised.IntoPersonId != talk.Context.Respondent.Id)
        {
            GoInto(talk, recognised.IntoPersonId);
        }
    }

    /// <summary>Takes in what another conversation held.</summary>
    public static void TakeIn(Talk talk, Incoming.Moved moved)
    {
        var (now, came) = (talk.Now, moved.What);
        var looks = now.Looks.AddRange(came.Looks.Select(look => look.Kind == LookKind.Review ? look : look with { RespondentId = talk.Context.Respondent.Id }));
        CloseAll(talk, Texts(talk).GoesOn);
        var current = came.Current ?? now.Current;
        talk.Now = talk.Now with
        {
            Greeted = true,
            Prompts = Math.Max(now.Prompts, came.Prompts),
            ChangesMade = Math.Max(now.ChangesMade, came.ChangesMade),
            Changes = [],
            Interviews = now.Interviews.AddRange(came.Interviews.Where(interview => !now.Interviews.Exists(own => own.Id == interview.Id))),
            NoReminders = now.NoReminders || came.NoReminders,
            Absences = now.Absences.Union(came.Absences).ToImmutableList(),
            Held = now.Held.AddRange(came.Held),
            Gaps = now.Gaps.AddRange(came.Gaps),
            Confirming = null,
            Pending = null,
        };
        foreach (var open in talk.Now.Interviews.Where(interview => interview.State == InterviewState.Open && interview.Id != current))
        {
            talk.Put(Answering.StopWaiting(talk, open) with { State = InterviewState.Paused, SetAside = true });
        }

        talk.Now = talk.Now with { Current = current };
        if (moved.Back)
        {
            talk.Say(talk.Message(OutgoingKind.Note, Texts(talk).Apart) with { AssignmentId = null });
        }
        else
        {
            SayJoined(talk, moved);
        }

        foreach (var look in looks.Where(look => !look.Prompt.Choices.IsEmpty))
        {
            Looking.ShowAgain(talk, look);
        }

        if (talk.Interview is { IsActive: true } active)
        {
            Surfaces.Pick(talk, active.Id);
        }
    }

    private static void SayJoined(Talk talk, Incoming.Moved moved)
    {
        var prompt = $"p{talk.Now.Prompts + 1}";
        var message = talk.Message(OutgoingKind.Note, Texts(talk).Joined) with
        {
            AssignmentId = null,
            PromptId = prompt,
            Choices = [new Choice(ChoiceValue.Write(prompt, ChoiceValue.Withdraw), Texts(talk).TakeApart)],
        };
        talk.Say(message);
        talk.Now = talk.Now with
        {
            Prompts = talk.Now.Prompts + 1,
            Joins = talk.Now.Joins.RemoveAll(join => join.PersonId == moved.FromPersonId).Add(new Join(moved.FromPersonId, [.. moved.What.Interviews.Select(interview => interview.Id)], message)),
        };
    }

    private static void GiveCode(Talk talk, string code)
    {
        talk.Note(new Fact.JoinCodeGiven(code));
        talk.Say(talk.Message(OutgoingKind.Note, Texts(talk).Code(JoinWish.Write(code), (int)JoinWish.Lifetime.TotalMinutes)) with { AssignmentId = null });
    }

    private static void UseCode(Talk talk, string code, Joinable? other)
    {
        var wrong = talk.Now.WrongCodes.RemoveAll(at => at < talk.At - WrongWithin);
        if (wrong.Count >= MostWrong)
        {
            Problem(talk, Texts(talk).TooMany);
        }
        else if (other is null)
        {
            talk.Now = talk.Now with { WrongCodes = wrong.Add(talk.At) };
            Problem(talk, Texts(talk).WrongCode);
        }
        else if (other.PersonId == talk.Context.Respondent.Id)
        {
            Problem(talk, Texts(talk).SaidHere);
        }
        else
        {
            talk.Note(new Fact.JoinCodeUsed(code));
            var prompt = $"p{talk.Now.Prompts + 1}";
            var message = talk.Message(OutgoingKind.Note, Texts(talk).IsThatYou(other.Name)) with
            {
                AssignmentId = null,
                PromptId = prompt,
                Choices = [new Choice(ChoiceValue.Write(prompt, ChoiceValue.Yes), Texts(talk).ThatIsMe, Primary: true), new Choice(ChoiceValue.Write(prompt, ChoiceValue.No), Texts(talk).NotMe)],
            };
            talk.Say(message);
            talk.Now = talk.Now with { Prompts = talk.Now.Prompts + 1, JoinAsked = new JoinAsk(other.PersonId, message, talk.At + JoinWish.Lifetime), WrongCodes = [] };
        }
    }

    private static void Answer(Talk talk, JoinAsk asked, bool yes)
    {
        if (yes && talk.At <= asked.Until)
        {
            Close(talk, asked, Texts(talk).ThatIsMe);
            GoInto(talk, asked.PersonId);
        }
        else
        {
            Close(talk, asked, Texts(talk).NotMe);
            talk.Say(talk.Message(OutgoingKind.Note, yes ? Texts(talk).WrongCode : Texts(talk).LetBe) with { AssignmentId = null });
        }
    }

    /// <summary>This conversation ends here; the other one says so, where the person was heard from last.</summary>
    private static void GoInto(Talk talk, string personId)
    {
        var now = talk.Now;
        CloseAll(talk, Texts(talk).GoesOn);
        talk.Note(new Fact.JoinedInto(personId));
        talk.Note(new Fact.Mailed(personId, new Incoming.Moved(talk.Context.Respondent.Id, new Moving
        {
            Interviews = now.Interviews,
            Looks = now.Looks,
            Held = now.Held,
            Gaps = now.Gaps,
            Current = Spoken(now),
            Absences = now.Absences,
            NoReminders = now.NoReminders,
            Prompts = now.Prompts,
            ChangesMade = now.ChangesMade,
        })
        { Key = talk.MailKey(), At = talk.At }));
        talk.Now = new Conversation { Language = now.Language, Greeted = true, Prompts = now.Prompts, ChangesMade = now.ChangesMade };
    }

    private static void TakeApart(Talk talk, Join join)
    {
        var now = talk.Now;
        var goes = now.Interviews.FindAll(interview => join.Assignments.Contains(interview.Id));
        Looking.Close(talk, join.Prompt, Texts(talk).TakeApart);
        talk.Now = talk.Now with { Joins = talk.Now.Joins.Remove(join) };
        CloseAll(talk, Texts(talk).GoesOn);
        talk.Note(new Fact.Parted(join.PersonId));
        talk.Note(new Fact.Mailed(join.PersonId, new Incoming.Moved(talk.Context.Respondent.Id, new Moving
        {
            Interviews = goes,
            Looks = now.Looks.FindAll(look => look.Kind != LookKind.Review && join.Assignments.Contains(look.AssignmentId)),
            Gaps = now.Gaps.FindAll(gap => join.Assignments.Contains(gap.InterviewId)),
            Current = goes.Exists(interview => interview.Id == now.Current) ? now.Current : goes.FindLast(interview => interview.IsActive)?.Id,
            Absences = now.Absences,
            NoReminders = now.NoReminders,
            Prompts = now.Prompts,
            ChangesMade = now.ChangesMade,
        })
        { Back = true, Key = talk.MailKey(), At = talk.At }));
        var stays = now.Interviews.RemoveAll(goes.Contains);
        talk.Now = talk.Now with
        {
            Interviews = stays,
            Gaps = now.Gaps.RemoveAll(gap => join.Assignments.Contains(gap.InterviewId)),
            Changes = now.Changes.RemoveAll(change => join.Assignments.Contains(change.InterviewId)),
            Current = stays.Exists(interview => interview.Id == now.Current) ? now.Current : stays.FindLast(interview => interview.IsActive)?.Id,
        };
        foreach (var look in now.Looks.Where(look => !look.Prompt.Choices.IsEmpty && (look.Kind == LookKind.Review || !join.Assignments.Contains(look.AssignmentId))))
        {
            Looking.ShowAgain(talk, look);
        }

        if (talk.Interview is { IsActive: true } active)
        {
            Surfaces.Pick(talk, active.Id);
        }
    }

    /// <summary>No button of this conversation can be pressed any more.</summary>
    private static void CloseAll(Talk talk, string outcome)
    {
        var now = talk.Now;
        foreach (var prompt in now.Looks.Select(look => look.Prompt).Prepend(now.Echo).Prepend(now.OpenPrompt).OfType<Outgoing>().Where(prompt => !prompt.Choices.IsEmpty))
        {
            Looking.Close(talk, prompt, outcome);
        }

        talk.Now = talk.Now with { OpenPrompt = null, Echo = null, Looks = [], Confirming = null, Pending = null, JoinAsked = null };
    }

    private static void Close(Talk talk, JoinAsk? asked, string outcome)
    {
        if (asked is not null)
        {
            Looking.Close(talk, asked.Prompt, outcome);
        }
    }

    private static string? Spoken(Conversation now) => now.CurrentInterview() is { State: InterviewState.Open or InterviewState.Offered } spoken ? spoken.Id : null;

    private static void Problem(Talk talk, string text) => talk.Say(talk.Message(OutgoingKind.Problem, text) with { AssignmentId = null });

    private static JoinTexts Texts(Talk talk) => JoinTexts.For(talk.Language);
}
