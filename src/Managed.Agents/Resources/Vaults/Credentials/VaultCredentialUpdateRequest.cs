namespace Managed.Agents;

/// <summary>A change of a credential, such as a new secret. What is left out stays as it is. Running sessions get it without a restart.</summary>
public sealed record VaultCredentialUpdateRequest : ApiObject
{
    /// <summary>The parts of the authentication to change, of the same kind as the stored one; null keeps all.</summary>
    public CredentialAuthUpdate? Auth { get; init; }

    /// <summary>The new name, 1 to 255 characters.</summary>
    public Optional<string> DisplayName { get; init; }

    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
