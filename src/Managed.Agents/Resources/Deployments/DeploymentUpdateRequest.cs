using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A change of a deployment. What is left out stays as it is; sessions that exist already are not touched.</summary>
public sealed record DeploymentUpdateRequest : ApiObject
{
    /// <summary>The new name; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>The agent from now on; null keeps it. A string is its id, and pins the newest version anew.</summary>
    [JsonConverter(typeof(AgentReferenceShortFormConverter))]
    public AgentReference? Agent { get; init; }

    /// <summary>The id of the environment from now on; null keeps it.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>What each session begins with, in place of all; at most 50. Empty keeps what is stored, for it cannot be cleared.</summary>
    public IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The new description; null or empty clears it.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>The new resources in place of all; at most 500.</summary>
    public OptionalList<SessionResource> Resources { get; init; }

    /// <summary>The new vaults in place of all; at most 50.</summary>
    public OptionalList<string> VaultIds { get; init; }

    /// <summary>The new schedule in place of the stored one; null clears it, so that only a call starts a session.</summary>
    public Optional<DeploymentSchedule> Schedule { get; init; }

    /// <summary>The cap that each later session gets; null clears it.</summary>
    public Optional<BudgetLimit> Budget { get; init; }

    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    /// <value>The limits (16 pairs, keys of 64 and values of 512 characters) hold for the result.</value>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
