namespace Managed.Agents.Emulator;

/// <summary>
/// Chooses between an operation in beta and its released twin on the same route: without a beta value the released one answers, with one
/// of the values that ask for it the one in beta.
/// </summary>
internal static class BetaTwins
{
    public const string ManagedAgents = "managed-agents-2026-04-01";
    public const string AgentMemory = "agent-memory-2026-07-22";

    // Older values still ask for the beta shape: that of files knows what belongs to a session, those of models add what they are about.
    private static readonly Dictionary<string, string[]> OtherValues = new(StringComparer.Ordinal)
    {
        ["files"] = [ManagedAgents, "files-api-2025-04-14"],
        ["skills"] = ["skills-2025-10-02"],
        ["user_profiles"] = UserProfileBetas.All,
        ["models"] = ["compact-2026-01-12", "compact-2026-09-04", "server-side-fallback-2026-06-01", "server-side-fallback-2026-07-01"],
    };

    public static IReadOnlyList<string> Values(ContractOperation beta) => (beta.DemandsBetas ? null : OtherValues.GetValueOrDefault(beta.Area)) ?? beta.Betas;

    /// <summary>The beta twin of a released operation, or null.</summary>
    public static ContractOperation? Of(ContractOperation released) =>
        released.IsReleased ? ContractCatalog.Instance.Operations.FirstOrDefault(other => other.Id == NameOf(released)) : null;

    /// <summary>The name a released operation shares with its beta twin.</summary>
    public static string NameOf(ContractOperation released) => released.Id["ga.".Length..];

    public static ContractOperation Choose(IReadOnlyList<ContractOperation> operations, IReadOnlyCollection<string> betas) =>
        operations.FirstOrDefault(operation => !operation.IsReleased && Values(operation).Any(betas.Contains))
        ?? operations.FirstOrDefault(static operation => operation.IsReleased)
        ?? operations[0];
}
