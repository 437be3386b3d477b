using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A request to add an uploaded file to a session. The session gets a read-only copy.</summary>
public sealed record SessionResourceAddRequest : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="SessionResourceAddRequest"/> class. Set <see cref="FileId"/>.</summary>
    public SessionResourceAddRequest()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SessionResourceAddRequest"/> class.</summary>
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

    /// <summary>The path of the file in the sandbox, under <c>/mnt/session/uploads</c>.</summary>
    /// <value><see langword="null"/> means <c>/mnt/session/uploads/</c> followed by the id of the file.</value>
    public string? MountPath { get; init; }

    /// <summary>Creates a request to add a file.</summary>
    /// <param name="fileId">The id of the file.</param>
    public static implicit operator SessionResourceAddRequest(string fileId) => FromString(fileId);

    /// <summary>Creates a request to add a file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <returns>The request.</returns>
    public static SessionResourceAddRequest FromString(string fileId) => new(fileId);
}
