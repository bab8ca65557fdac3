using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>The days people are away, told at the desk, by REST or by a calendar: a turn of the person's conversation, which plans anew.</summary>
internal sealed class AbsenceBook(TurnRunner turns, TimeProvider time)
{
    /// <summary>The spans that are known, in order of time.</summary>
    public static ImmutableList<DateSpan> Of(PersonRow person) => person.Absences is null ? [] : StateJson.Read<ImmutableList<DateSpan>>(person.Absences);

    /// <summary>These and no other days from now on.</summary>
    /// <exception cref="KeyNotFoundException">The person is not known, or has no address.</exception>
    public Task SetAsync(string personId, ImmutableList<DateSpan> absences, CancellationToken cancellationToken) =>
        turns.TakeAsync(personId, new Incoming.AbsencesTold(absences) { Key = $"absences:{Guid.CreateVersion7():N}", At = time.GetUtcNow() }, cancellationToken);

    /// <summary>Hours or time zone were changed: what is planned is planned anew.</summary>
    /// <exception cref="KeyNotFoundException">The person is not known, or has no address.</exception>
    public Task PlanAnewAsync(string personId, CancellationToken cancellationToken) =>
        turns.TakeAsync(personId, new Incoming.DaysChanged { Key = $"days:{Guid.CreateVersion7():N}", At = time.GetUtcNow() }, cancellationToken);
}
