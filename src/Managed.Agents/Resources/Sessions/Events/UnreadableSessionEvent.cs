namespace Managed.Agents;

/// <summary>
/// A frame of a live stream whose data is not a JSON object. It is returned so that no received data is lost. The stream continues.
/// </summary>
/// <remarks>Its <see cref="SessionEvent.Type"/> and <see cref="SessionEvent.Id"/> are empty.</remarks>
public sealed record UnreadableSessionEvent : SessionEvent
{
    /// <summary>The data of the frame as received.</summary>
    public string Data { get; init => field = value ?? ""; } = "";

    /// <summary>Why the data could not be read.</summary>
    public string Problem { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"unreadable: {Data}";
}
