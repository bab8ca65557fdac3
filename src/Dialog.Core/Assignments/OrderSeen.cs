using System.Collections.Immutable;

namespace Dialog.Core.Assignments;

/// <summary>An order as somebody saw it who then changes it.</summary>
/// <param name="Topic">See <see cref="Assignment.Topic"/>.</param>
/// <param name="Brief">See <see cref="Assignment.Brief"/>.</param>
/// <param name="PublishOn">See <see cref="Assignment.PublishOn"/>.</param>
/// <param name="CopyDeadline">See <see cref="Assignment.CopyDeadline"/>.</param>
/// <param name="Outlets">See <see cref="Assignment.Outlets"/>.</param>
public sealed record OrderSeen(string Topic, string? Brief, DateOnly? PublishOn, DateTimeOffset? CopyDeadline, ImmutableList<string> Outlets)
{
    /// <summary>The order as it is.</summary>
    public static OrderSeen Of(Assignment assignment) => new(assignment.Topic, assignment.Brief, assignment.PublishOn, assignment.CopyDeadline, assignment.Outlets);

    /// <summary>What of a change somebody else has changed meanwhile, to something else.</summary>
    /// <param name="change">What is to be other.</param>
    /// <param name="now">The order as it is now.</param>
    public ImmutableList<OrderField> Overtaken(OrderChange change, Assignment now)
    {
        var (theirs, mine) = (Of(now), Of(change.Apply(now)));
        return [.. Enum.GetValues<OrderField>().Where(field => !Same(field, theirs, this) && !Same(field, theirs, mine))];
    }

    private static bool Same(OrderField field, OrderSeen one, OrderSeen other) => field switch
    {
        OrderField.Topic => one.Topic == other.Topic,
        OrderField.Brief => one.Brief == other.Brief,
        OrderField.PublishOn => one.PublishOn == other.PublishOn,
        OrderField.CopyDeadline => one.CopyDeadline == other.CopyDeadline,
        _ => one.Outlets.SequenceEqual(other.Outlets),
    };
}
