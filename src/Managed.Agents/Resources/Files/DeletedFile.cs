namespace Managed.Agents;

/// <summary>The response to deleting a file.</summary>
public sealed record DeletedFile : ApiObject
{
    internal override string? WireType => "file_deleted";

    /// <summary>The id of the deleted file.</summary>
    public required string Id { get; init; }
}
