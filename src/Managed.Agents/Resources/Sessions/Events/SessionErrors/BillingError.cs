namespace Managed.Agents;

/// <summary>The organization cannot be billed, for example because its credit is used up.</summary>
public sealed record BillingError : SessionError;
