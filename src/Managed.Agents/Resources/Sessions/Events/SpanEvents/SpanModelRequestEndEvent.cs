namespace Managed.Agents;

/// <summary>A request to the model has ended; it always does, also after an error or an interrupt.</summary>
public sealed record SpanModelRequestEndEvent : SessionEvent
{
    /// <summary>The id of the <see cref="SpanModelRequestStartEvent"/>.</summary>
    public string ModelRequestStartId { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the request failed.</summary>
    public bool? IsError { get; init; }

    /// <summary>The tokens of this one request.</summary>
    public SpanModelUsage ModelUsage { get; init => field = value ?? SpanModelUsage.None; } = SpanModelUsage.None;

    private protected override string Detail => ModelUsage.Describe();
}
