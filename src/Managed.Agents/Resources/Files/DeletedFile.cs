namespace Managed.Agents;

/// <summary>The answer to deleting a file.</summary>
public sealed record DeletedFile : ApiObject
{
    internal override string? WireType => "file_deleted";

    /// <summary>The id of the file that is gone.</summary>
    public required string Id { get; init; }
}
