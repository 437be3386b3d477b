using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The sessions that a dream is about.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record SessionsDreamInput : DreamInput
{
    /// <summary>Names sessions; set <see cref="SessionIds"/>.</summary>
    public SessionsDreamInput()
    {
    }

    /// <summary>Names sessions.</summary>
    /// <param name="sessionIds">The ids of the sessions.</param>
    [SetsRequiredMembers]
    public SessionsDreamInput(params IReadOnlyList<string> sessionIds) => SessionIds = sessionIds;

    /// <summary>The ids of 1 to 100 sessions (<c>sesn_…</c>) in the same workspace, each once. The API hands them out sorted.</summary>
    public required IReadOnlyList<string> SessionIds { get; init => field = ReadOnlyCopy.OfList(value); }
}
