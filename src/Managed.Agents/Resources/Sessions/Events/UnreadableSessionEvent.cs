namespace Managed.Agents;

/// <summary>
/// An event that cannot be read. Its data is not a JSON object, is nested too deeply, or has a field whose value does not fit the type of the
/// event. It is returned so that no received data is lost. The stream or the list continues.
/// </summary>
/// <remarks>
/// <see cref="SessionEvent.Type"/>, <see cref="SessionEvent.Id"/>, <see cref="SessionEvent.ProcessedAt"/> and
/// <see cref="SessionEvent.SessionThreadId"/> are set if they can be found in the data. Otherwise they are empty or <see langword="null"/>.
/// </remarks>
public sealed record UnreadableSessionEvent : SessionEvent
{
    /// <summary>The data of the event as received.</summary>
    public string Data { get; init => field = value ?? ""; } = "";

    /// <summary>Why the data could not be read.</summary>
    public string Problem { get; init => field = value ?? ""; } = "";

    /// <summary>The type that was found in the data, or an empty string.</summary>
    internal string ReceivedType { get; init; } = "";

    private protected override string TypeName => ReceivedType;

    private protected override string Detail => $"unreadable: {Data}";
}
