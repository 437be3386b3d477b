using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>A new dream.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamCreateRequest : ApiObject
{
    /// <summary>Exactly one <see cref="MemoryStoreDreamInput"/> and one <see cref="SessionsDreamInput"/>.</summary>
    public required IReadOnlyList<DreamInput> Inputs { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>The model that dreams; a string is its id.</summary>
    [JsonConverter(typeof(DreamModelShortFormConverter))]
    public required DreamModel Model { get; init; }

    /// <summary>What to pay attention to: 1 to 4,096 characters.</summary>
    public string? Instructions { get; init; }

    /// <summary>Where the memories go.</summary>
    /// <value>Null means <see cref="DreamOutputBehavior.CreateNew"/>.</value>
    public DreamOutputBehavior? OutputBehavior { get; init; }
}
