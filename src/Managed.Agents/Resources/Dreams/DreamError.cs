using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>Why a dream failed.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamError : ApiObject
{
    /// <summary>What made it fail.</summary>
    public DreamErrorType Type { get; init; }

    /// <summary>What made it fail, in words for a person.</summary>
    public string Message { get; init => field = value ?? ""; } = "";
}
