using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>A pass over past sessions that tidies what a memory store remembers of them.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record Dream : ApiObject
{
    internal override string? WireType => "dream";

    /// <summary>The id, <c>drm_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How far the dream has come.</summary>
    public DreamStatus Status { get; init; }

    /// <summary>The memory store and the sessions that it reads.</summary>
    public IReadOnlyList<DreamInput> Inputs { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Where the memories go.</summary>
    public DreamOutputBehavior OutputBehavior { get; init => field = value ?? DreamOutputBehavior.Missing; } = DreamOutputBehavior.Missing;

    /// <summary>The store with the result; empty until the dream has recorded it.</summary>
    public IReadOnlyList<DreamOutput> Outputs { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What the dream is to pay attention to; null when nothing was said.</summary>
    public string? Instructions { get; init; }

    /// <summary>The model that dreams.</summary>
    public DreamModel Model { get; init => field = value ?? new DreamModel(""); } = new("");

    /// <summary>The id of the session that the dream runs in; null until that starts.</summary>
    public string? SessionId { get; init; }

    /// <summary>What went wrong; set exactly when <see cref="Status"/> is <see cref="DreamStatus.Failed"/>.</summary>
    public DreamError? Error { get; init; }

    /// <summary>The tokens used so far.</summary>
    public DreamUsage Usage { get; init => field = value ?? new DreamUsage(); } = new();

    /// <summary>When the dream was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the dream ended, however it did; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the dream was archived; null when it is not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
