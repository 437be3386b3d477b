using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A request to update a deployment. Properties that are not set are unchanged. Existing sessions are not affected.</summary>
public sealed record DeploymentUpdateRequest : ApiObject
{
    /// <summary>The new name; <see langword="null"/> leaves it unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>The new agent; <see langword="null"/> leaves it unchanged. A string is the agent id and pins the latest version.</summary>
    [JsonConverter(typeof(AgentReferenceShortFormConverter))]
    public AgentReference? Agent { get; init; }

    /// <summary>The id of the new environment; <see langword="null"/> leaves it unchanged.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>The new initial events, which replace all stored ones. At most 50. Empty leaves them unchanged: they cannot be cleared.</summary>
    public IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The new description; <see langword="null"/> or empty clears it.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>The new resources, which replace all stored ones. At most 500.</summary>
    public OptionalList<SessionResource> Resources { get; init; }

    /// <summary>The ids of the new vaults, which replace all stored ones. At most 50.</summary>
    public OptionalList<string> VaultIds { get; init; }

    /// <summary>The new schedule; <see langword="null"/> clears it, so that sessions are only started manually.</summary>
    public Optional<DeploymentSchedule> Schedule { get; init; }

    /// <summary>The new budget of each later session; <see langword="null"/> clears it.</summary>
    public Optional<BudgetLimit> Budget { get; init; }

    /// <summary>The metadata pairs to set. A <see langword="null"/> value deletes the key; keys that are not listed are unchanged.</summary>
    /// <value>The limits (16 pairs, keys of 64 characters, values of 512 characters) apply to the metadata after the update.</value>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }
}
