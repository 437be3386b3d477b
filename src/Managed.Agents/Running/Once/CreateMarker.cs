namespace Managed.Agents;

/// <summary>The mark in the metadata of what is created once, by which it is known again when the answer to its creation is lost.</summary>
public static class CreateMarker
{
    /// <summary>The key in the metadata.</summary>
    public const string Key = "managed_agents_create_marker";

    internal static Metadata AddTo(Metadata metadata, string marker)
    {
        if (metadata.ContainsKey(Key))
        {
            throw new ArgumentException($"The metadata has \"{Key}\" already, which CreateOnceAsync sets. Leave it out, and pass its value as the marker.", nameof(metadata));
        }

        return new Metadata(metadata) { [Key] = marker };
    }
}
