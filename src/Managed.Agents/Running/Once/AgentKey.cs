namespace Managed.Agents;

/// <summary>The metadata entry that identifies an agent for <see cref="AgentsClient.GetOrCreateAsync"/>.</summary>
public static class AgentKey
{
    /// <summary>The metadata key. Its value is the key of the agent.</summary>
    public const string MetadataKey = "managed_agents_key";

    private const int MaxLength = 512;

    internal static Metadata AddTo(Metadata metadata, string key)
    {
        if (key.Length > MaxLength)
        {
            throw new ArgumentException($"The key has {key.Length} characters. It must have at most {MaxLength}. Pass a shorter key, for example the name of the service.", nameof(key));
        }

        if (metadata.ContainsKey(MetadataKey))
        {
            throw new ArgumentException($"The metadata already contains \"{MetadataKey}\", which GetOrCreateAsync sets. Remove it and pass its value as the key.", nameof(metadata));
        }

        return new Metadata(metadata) { [MetadataKey] = key };
    }
}
