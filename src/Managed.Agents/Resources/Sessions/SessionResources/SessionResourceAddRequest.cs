using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>Adds an uploaded file to a session, of which the session gets a copy to read.</summary>
public sealed record SessionResourceAddRequest : ApiObject
{
    /// <summary>Makes a request; set <see cref="FileId"/>.</summary>
    public SessionResourceAddRequest()
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="fileId">The id of the file.</param>
    [SetsRequiredMembers]
    public SessionResourceAddRequest(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        FileId = fileId;
    }

    internal override string? WireType => "file";

    /// <summary>The id of the file.</summary>
    public required string FileId { get; init; }

    /// <summary>Where the agent finds the file, under <c>/mnt/session/uploads</c>.</summary>
    /// <value>Null means <c>/mnt/session/uploads/</c> and the id of the file.</value>
    public string? MountPath { get; init; }

    /// <summary>Makes a request to add a file.</summary>
    /// <param name="fileId">The id of the file.</param>
    public static implicit operator SessionResourceAddRequest(string fileId) => FromString(fileId);

    /// <summary>Makes a request to add a file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <returns>The request.</returns>
    public static SessionResourceAddRequest FromString(string fileId) => new(fileId);
}
