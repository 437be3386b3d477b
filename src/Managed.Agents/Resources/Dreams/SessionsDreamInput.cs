using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The sessions that a dream reads.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record SessionsDreamInput : DreamInput
{
    /// <summary>Initializes a new instance of the <see cref="SessionsDreamInput"/> class. Set <see cref="SessionIds"/>.</summary>
    public SessionsDreamInput()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SessionsDreamInput"/> class.</summary>
    /// <param name="sessionIds">The ids of the sessions.</param>
    [SetsRequiredMembers]
    public SessionsDreamInput(params string[] sessionIds) => SessionIds = sessionIds;

    /// <summary>Initializes a new instance of the <see cref="SessionsDreamInput"/> class.</summary>
    /// <param name="sessionIds">The ids of the sessions.</param>
    [SetsRequiredMembers]
    public SessionsDreamInput(IReadOnlyList<string> sessionIds) => SessionIds = sessionIds;

    /// <summary>The ids of 1 to 100 different sessions (<c>sesn_…</c>) in the same workspace. The API returns them sorted.</summary>
    public required IReadOnlyList<string> SessionIds { get; init => field = ReadOnlyCopy.OfList(value); }
}
