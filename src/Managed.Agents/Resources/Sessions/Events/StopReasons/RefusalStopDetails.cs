namespace Managed.Agents;

/// <summary>Why the model refused to go on.</summary>
public sealed record RefusalStopDetails : ApiObject
{
    internal override string? WireType => "refusal";

    /// <summary>What the refusal is about.</summary>
    /// <value>Null when the API names no category.</value>
    public RefusalCategory? Category { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Explanation { get; init; }
}
