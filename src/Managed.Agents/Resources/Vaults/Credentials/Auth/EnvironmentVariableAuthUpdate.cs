namespace Managed.Agents;

/// <summary>The changes to an <see cref="EnvironmentVariableAuth"/>. Properties that are <see langword="null"/> are unchanged.</summary>
public sealed record EnvironmentVariableAuthUpdate : CredentialAuthUpdate
{
    /// <summary>The new secret.</summary>
    public SecretString? SecretValue { get; init; }

    /// <summary>The hosts that the secret can be sent to. Replaces the stored value.</summary>
    public CredentialNetworking? Networking { get; init; }

    /// <summary>The parts of a request that can contain the secret. Merged with the stored value; at least one part must remain.</summary>
    public InjectionLocation? InjectionLocation { get; init; }
}
