using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A file. What a session made or was given belongs to that session.</summary>
internal sealed class FileState(string id, long sequence, DateTimeOffset createdAt, Blob content) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public Blob Content => content;

    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The session it belongs to, or null.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether a session made it. Nothing else can be downloaded.</summary>
    public bool IsOutput { get; init; }

    /// <summary>Before this it cannot be seen.</summary>
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
