namespace Dialog.Core.Assignments;

/// <summary>What of an order is changed at the desk.</summary>
public enum OrderField
{
    /// <summary>See <see cref="Assignment.Topic"/>.</summary>
    Topic,

    /// <summary>See <see cref="Assignment.Brief"/>.</summary>
    Brief,

    /// <summary>See <see cref="Assignment.PublishOn"/>.</summary>
    PublishOn,

    /// <summary>See <see cref="Assignment.CopyDeadline"/>.</summary>
    CopyDeadline,

    /// <summary>See <see cref="Assignment.Outlets"/>.</summary>
    Outlets,
}
