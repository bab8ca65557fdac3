using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>What is other in an order from now on; what is null stays as it is.</summary>
public sealed record OrderChange
{
    /// <summary>See <see cref="Assignment.Topic"/>.</summary>
    public string? Topic { get; init; }

    /// <summary>See <see cref="Assignment.Brief"/>.</summary>
    public string? Brief { get; init; }

    /// <summary>See <see cref="Assignment.Outlets"/>; never empty.</summary>
    public ImmutableList<string>? Outlets { get; init; }

    /// <summary>See <see cref="Assignment.PublishOn"/>.</summary>
    public DateOnly? PublishOn { get; init; }

    /// <summary>See <see cref="Assignment.Due"/>.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>See <see cref="Assignment.CopyDeadline"/>.</summary>
    public DateTimeOffset? CopyDeadline { get; init; }

    /// <summary>What the order has none of from now on: <see cref="OrderField.Brief"/>, <see cref="OrderField.PublishOn"/> or <see cref="OrderField.CopyDeadline"/>.</summary>
    public ImmutableList<OrderField> Without { get; init; } = [];

    /// <summary>Nothing but dates is other: what has been answered stays an answer to what was asked.</summary>
    [JsonIgnore]
    public bool IsOfDates => Topic is null && Brief is null && Outlets is null && !Without.Contains(OrderField.Brief);

    /// <summary>What makes any order like this one.</summary>
    public static OrderChange To(Assignment assignment) => new()
    {
        Topic = assignment.Topic,
        Brief = assignment.Brief,
        Outlets = assignment.Outlets,
        PublishOn = assignment.PublishOn,
        Due = assignment.Due,
        CopyDeadline = assignment.CopyDeadline,
        Without =
        [
            .. assignment.Brief is null ? [OrderField.Brief] : ImmutableList<OrderField>.Empty,
            .. assignment.PublishOn is null ? [OrderField.PublishOn] : ImmutableList<OrderField>.Empty,
            .. assignment.CopyDeadline is null ? [OrderField.CopyDeadline] : ImmutableList<OrderField>.Empty,
        ],
    };

    /// <summary>The order as it is from now on.</summary>
    public Assignment Apply(Assignment assignment) => assignment with
    {
        Topic = Topic ?? assignment.Topic,
        Brief = Without.Contains(OrderField.Brief) ? null : Brief ?? assignment.Brief,
        Outlets = Outlets ?? assignment.Outlets,
        PublishOn = Without.Contains(OrderField.PublishOn) ? null : PublishOn ?? assignment.PublishOn,
        Due = Due ?? assignment.Due,
        CopyDeadline = Without.Contains(OrderField.CopyDeadline) ? null : CopyDeadline ?? assignment.CopyDeadline,
    };
}
