using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The error that made a dream fail.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamError : ApiObject
{
    /// <summary>The type of the error.</summary>
    public DreamErrorType Type { get; init; }

    /// <summary>A human-readable description of the error.</summary>
    public string Message { get; init => field = value ?? ""; } = "";
}
