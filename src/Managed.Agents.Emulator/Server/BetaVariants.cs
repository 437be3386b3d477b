namespace Managed.Agents.Emulator;

/// <summary>
/// Chooses between the beta and the released variant of an operation on the same route. Without a beta value, the released variant
/// responds. With one of its beta values, the beta variant responds.
/// </summary>
internal static class BetaVariants
{
    public const string ManagedAgents = "managed-agents-2026-04-01";
    public const string AgentMemory = "agent-memory-2026-07-22";

    // Older values still select the beta variant. Files then show their session scope, models the features of the value.
    private static readonly Dictionary<string, string[]> OtherValues = new(StringComparer.Ordinal)
    {
        ["files"] = [ManagedAgents, "files-api-2025-04-14"],
        ["skills"] = ["skills-2025-10-02"],
        ["user_profiles"] = UserProfileBetas.All,
        ["models"] = ["compact-2026-01-12", "compact-2026-09-04", "server-side-fallback-2026-06-01", "server-side-fallback-2026-07-01"],
    };

    public static IReadOnlyList<string> Values(ContractOperation beta) => (beta.DemandsBetas ? null : OtherValues.GetValueOrDefault(beta.Area)) ?? beta.Betas;

    /// <summary>Gets the beta variant of a released operation, or null.</summary>
    public static ContractOperation? Of(ContractOperation released) =>
        released.IsReleased ? ContractCatalog.Instance.Operations.FirstOrDefault(other => other.Id == NameOf(released)) : null;

    /// <summary>Gets the name that a released operation shares with its beta variant.</summary>
    public static string NameOf(ContractOperation released) => released.Id["ga.".Length..];

    public static ContractOperation Choose(IReadOnlyList<ContractOperation> operations, IReadOnlyCollection<string> betas) =>
        operations.FirstOrDefault(operation => !operation.IsReleased && Values(operation).Any(betas.Contains))
        ?? operations.FirstOrDefault(static operation => operation.IsReleased)
        ?? operations[0];
}
