namespace Managed.Agents;

/// <summary>A change of a <see cref="StaticBearerAuth"/>.</summary>
public sealed record StaticBearerAuthUpdate : CredentialAuthUpdate
{
    /// <summary>The new bearer token; null keeps the stored one.</summary>
    public SecretString? Token { get; init; }
}
