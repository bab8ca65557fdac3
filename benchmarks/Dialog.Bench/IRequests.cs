namespace Dialog.Bench;

/// <summary>What people do, as a platform tells a bot.</summary>
internal interface IRequests
{
    /// <summary>The next one as it goes over the wire.</summary>
    byte[] NextBytes();
}
