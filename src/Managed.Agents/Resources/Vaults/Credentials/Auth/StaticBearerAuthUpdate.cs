namespace Managed.Agents;

/// <summary>The changes to a <see cref="StaticBearerAuth"/>.</summary>
public sealed record StaticBearerAuthUpdate : CredentialAuthUpdate
{
    /// <summary>The new bearer token; <see langword="null"/> leaves it unchanged.</summary>
    public SecretString? Token { get; init; }
}
