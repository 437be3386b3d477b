namespace Managed.Agents;

/// <summary>A change of an <see cref="EnvironmentVariableAuth"/>. What is null stays as it is.</summary>
public sealed record EnvironmentVariableAuthUpdate : CredentialAuthUpdate
{
    /// <summary>The new secret.</summary>
    public SecretString? SecretValue { get; init; }

    /// <summary>Where the secret may be sent. It replaces what is stored.</summary>
    public CredentialNetworking? Networking { get; init; }

    /// <summary>Where in a request the secret may stand. It is merged with what is stored; one place must remain.</summary>
    public InjectionLocation? InjectionLocation { get; init; }
}
