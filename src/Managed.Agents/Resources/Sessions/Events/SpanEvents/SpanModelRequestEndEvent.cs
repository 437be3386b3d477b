namespace Managed.Agents;

/// <summary>A model request ended. Always sent, even after an error or an interrupt.</summary>
public sealed record SpanModelRequestEndEvent : SessionEvent
{
    /// <summary>The id of the <see cref="SpanModelRequestStartEvent"/>.</summary>
    public string ModelRequestStartId { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the request failed.</summary>
    public bool? IsError { get; init; }

    /// <summary>The token usage of this request.</summary>
    public SpanModelUsage ModelUsage { get; init => field = value ?? SpanModelUsage.None; } = SpanModelUsage.None;

    private protected override string Detail => ModelUsage.Describe();
}
