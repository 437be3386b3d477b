namespace Managed.Agents;

/// <summary>Details of why the model refused to continue.</summary>
public sealed record RefusalStopDetails : ApiObject
{
    internal override string? WireType => "refusal";

    /// <summary>The category of the refusal.</summary>
    /// <value><see langword="null"/> when the API does not specify a category.</value>
    public RefusalCategory? Category { get; init; }

    /// <summary>A human-readable explanation.</summary>
    public string? Explanation { get; init; }
}
