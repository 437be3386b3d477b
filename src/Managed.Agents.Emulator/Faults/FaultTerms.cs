namespace Managed.Agents.Emulator;

/// <summary>When a fault strikes, whatever it does.</summary>
/// <param name="Target">What it strikes, as the control endpoint calls it.</param>
/// <param name="Action">What happens, as the control endpoint calls it.</param>
/// <param name="SessionId">The session it is for; null for every session.</param>
/// <param name="Rate">How probable a strike is at each meeting.</param>
/// <param name="Times">How often it strikes at most.</param>
/// <param name="Seed">What its dice are made from.</param>
internal sealed record FaultTerms(string Target, string Action, string? SessionId, double Rate, int Times, int Seed);
