using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A file. Files that a session created or mounts belong to that session.</summary>
internal sealed class FileState(string id, long sequence, DateTimeOffset createdAt, Blob content) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public Blob Content => content;

    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The id of the session the file belongs to, or null.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether a session created the file. Other files cannot be downloaded.</summary>
    public bool IsOutput { get; init; }

    /// <summary>When the file becomes visible in the API.</summary>
    public DateTimeOffset VisibleAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public JsonObject ToJson(bool released)
    {
        var file = new JsonObject
        {
            ["id"] = id,
            ["type"] = "file",
            ["filename"] = Name,
            ["mime_type"] = Type,
            ["size_bytes"] = content.Length,
            ["created_at"] = Json.Time(createdAt),
            ["downloadable"] = IsOutput,
            ["expires_at"] = Json.TimeOrNull(ExpiresAt),
        };
        if (!released)
        {
            file["scope"] = Scope is null ? null : new JsonObject { ["type"] = "session", ["id"] = Scope };
        }

        return file;
    }
}
