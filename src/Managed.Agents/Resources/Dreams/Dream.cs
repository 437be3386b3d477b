using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>A dream: a run that reads past sessions and reorganizes the memories of a memory store.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record Dream : ApiObject
{
    internal override string? WireType => "dream";

    /// <summary>The id (<c>drm_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The status of the dream.</summary>
    public DreamStatus Status { get; init; }

    /// <summary>The memory store and the sessions that the dream reads.</summary>
    public IReadOnlyList<DreamInput> Inputs { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The memory store that the dream writes to.</summary>
    public DreamOutputBehavior OutputBehavior { get; init => field = value ?? DreamOutputBehavior.Missing; } = DreamOutputBehavior.Missing;

    /// <summary>The memory store with the result. Empty until the dream has recorded it.</summary>
    public IReadOnlyList<DreamOutput> Outputs { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The instructions for the dream; <see langword="null"/> when there are none.</summary>
    public string? Instructions { get; init; }

    /// <summary>The model that runs the dream.</summary>
    public DreamModel Model { get; init => field = value ?? new DreamModel(""); } = new("");

    /// <summary>The id of the session that runs the dream; <see langword="null"/> until the session starts.</summary>
    public string? SessionId { get; init; }

    /// <summary>The error. Set only when <see cref="Status"/> is <see cref="DreamStatus.Failed"/>.</summary>
    public DreamError? Error { get; init; }

    /// <summary>The tokens used so far.</summary>
    public DreamUsage Usage { get; init => field = value ?? new DreamUsage(); } = new();

    /// <summary>When the dream was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the dream ended, successfully or not; <see langword="null"/> while it has not ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the dream was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
