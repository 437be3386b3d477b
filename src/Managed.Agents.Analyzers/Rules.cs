using Microsoft.CodeAnalysis;

namespace Managed.Agents.Analyzers;

/// <summary>The rules. docs/diagnostics.md describes them.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor TurnNotEnumerated = new(
        "MAG002",
        "The turn is never enumerated",
        "The turn that '{0}' returns is never enumerated, so nothing is sent. Enumerate it with 'await foreach', or await RunAsync or ResumeAsync instead.",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A turn starts when it is enumerated. A call that only returns it sends no request and runs no tool.");

    public static readonly DiagnosticDescriptor PositionDropped = new(
        "MAG003",
        "Resuming drops the position",
        "'{0}' gets only the session id of a {1}, so it does not continue where the {1} ends. Pass the {1} itself.",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "With a session id, a turn is resumed from its start. With a result or a position, it continues where that ends.");

    public static readonly DiagnosticDescriptor ListNotEnumerated = new(
        "MAG004",
        "The events or items are never enumerated",
        "What '{0}' returns is never enumerated, so no request is sent. Enumerate it with 'await foreach'.",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A feed of events and a list of items send their requests when they are enumerated. A call that only returns them does nothing.");
}
