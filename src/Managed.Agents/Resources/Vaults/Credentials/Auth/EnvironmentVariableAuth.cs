using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An environment variable in the sandbox. Programs see a placeholder, which is replaced with the secret in outgoing requests.</summary>
/// <remarks>Not supported in self-hosted sandboxes.</remarks>
public sealed record EnvironmentVariableAuth : CredentialAuth
{
    /// <summary>Initializes a new instance of the <see cref="EnvironmentVariableAuth"/> class. Set <see cref="SecretName"/>, <see cref="SecretValue"/> and <see cref="Networking"/>.</summary>
    public EnvironmentVariableAuth()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="EnvironmentVariableAuth"/> class.</summary>
    /// <param name="secretName">The name of the variable.</param>
    /// <param name="secretValue">The secret.</param>
    /// <param name="networking">The hosts that the secret can be sent to.</param>
    [SetsRequiredMembers]
    public EnvironmentVariableAuth(string secretName, SecretString secretValue, CredentialNetworking networking)
    {
        ArgumentNullException.ThrowIfNull(secretName);
        ArgumentNullException.ThrowIfNull(secretValue);
        ArgumentNullException.ThrowIfNull(networking);
        SecretName = secretName;
        SecretValue = secretValue;
        Networking = networking;
    }

    /// <summary>The name of the variable. Must be unique among the active credentials of a vault and cannot change.</summary>
    public required string SecretName { get; init; }

    /// <summary>The secret. Required when creating; never returned by the API.</summary>
    public SecretString? SecretValue { get; init; }

    /// <summary>The hosts that the secret can be sent to.</summary>
    public required CredentialNetworking Networking { get; init; }

    /// <summary>The parts of a request that can contain the secret.</summary>
    /// <value>Default: headers and body. Never <see langword="null"/> in a response.</value>
    public InjectionLocation? InjectionLocation { get; init; }
}
