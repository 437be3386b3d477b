using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An environment variable in the sandbox. Programs see a placeholder; the secret takes its place in what they send.</summary>
/// <remarks>Not available with self-hosted sandboxes.</remarks>
public sealed record EnvironmentVariableAuth : CredentialAuth
{
    /// <summary>Makes an authentication; set <see cref="SecretName"/>, <see cref="SecretValue"/> and <see cref="Networking"/>.</summary>
    public EnvironmentVariableAuth()
    {
    }

    /// <summary>Makes an authentication.</summary>
    /// <param name="secretName">The name of the variable.</param>
    /// <param name="secretValue">The secret.</param>
    /// <param name="networking">Where the secret may be sent.</param>
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

    /// <summary>The name of the variable. Unique among the active credentials of a vault, and fixed.</summary>
    public required string SecretName { get; init; }

    /// <summary>The secret. A create needs it; the API never hands it out.</summary>
    public SecretString? SecretValue { get; init; }

    /// <summary>Where the secret may be sent.</summary>
    public required CredentialNetworking Networking { get; init; }

    /// <summary>Where in a request the secret may stand.</summary>
    /// <value>Null in a create for header and body. Never null in what the API hands out.</value>
    public InjectionLocation? InjectionLocation { get; init; }
}
