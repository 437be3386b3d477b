namespace Managed.Agents;

/// <summary>The metadata entry that identifies an object created with <c>CreateOnceAsync</c>, so that it can be found when the response is lost.</summary>
public static class CreateMarker
{
    /// <summary>The metadata key.</summary>
    public const string Key = "managed_agents_create_marker";

    private const int MaxLength = 512;

    internal static Metadata AddTo(Metadata metadata, string marker)
    {
        if (marker.Length is 0 or > MaxLength)
        {
            throw new ArgumentException($"The marker has {marker.Length} characters. It must have between 1 and {MaxLength}. Pass a shorter unique value, or null for a random one.", nameof(marker));
        }

        if (metadata.ContainsKey(Key))
        {
            throw new ArgumentException($"The metadata already contains \"{Key}\", which CreateOnceAsync sets. Remove it and pass its value as the marker.", nameof(metadata));
        }

        return new Metadata(metadata) { [Key] = marker };
    }
}
