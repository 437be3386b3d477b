using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>A request to create a dream.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamCreateRequest : ApiObject
{
    /// <summary>The inputs: exactly one <see cref="MemoryStoreDreamInput"/> and one <see cref="SessionsDreamInput"/>.</summary>
    public required IReadOnlyList<DreamInput> Inputs { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>The model that runs the dream. A string is the model id.</summary>
    [JsonConverter(typeof(DreamModelShortFormConverter))]
    public required DreamModel Model { get; init; }

    /// <summary>Instructions for the dream, 1 to 4,096 characters.</summary>
    public string? Instructions { get; init; }

    /// <summary>The memory store that the dream writes to.</summary>
    /// <value><see langword="null"/> means <see cref="DreamOutputBehavior.CreateNew"/>.</value>
    public DreamOutputBehavior? OutputBehavior { get; init; }
}
