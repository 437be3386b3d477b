namespace Managed.Agents.Emulator;

/// <summary>The conditions of a fault, which are the same for every effect.</summary>
/// <param name="Target">The target, as the control endpoint names it.</param>
/// <param name="Action">The effect, as the control endpoint names it.</param>
/// <param name="SessionId">The session that the fault is limited to; null for every session.</param>
/// <param name="Rate">The probability of a hit on each occasion.</param>
/// <param name="Times">The maximum number of hits.</param>
/// <param name="Seed">The seed of the random decisions.</param>
internal sealed record FaultTerms(string Target, string Action, string? SessionId, double Rate, int Times, int Seed);
