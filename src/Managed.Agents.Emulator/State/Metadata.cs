using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Merges and checks metadata. A string sets its key, null deletes it, and omitted keys are kept.</summary>
internal static class Metadata
{
    public static JsonObject Merge(JsonObject stored, JsonNode? sent, bool emptyDeletes = false)
    {
        var merged = stored.Copy();
        foreach (var (key, value) in sent as JsonObject ?? [])
        {
            if (value is null || (emptyDeletes && value.GetValue<string>().Length == 0))
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = value.DeepClone();
            }
        }

        return Check(merged);
    }

    public static JsonObject Check(JsonObject metadata)
    {
        if (metadata.Count > 16)
        {
            throw ApiError.InvalidRequest($"metadata: must have at most 16 pairs; the merged metadata would have {metadata.Count}.", "invalid_metadata");
        }

        foreach (var (key, value) in metadata)
        {
            if (key.Length > 64 || value!.GetValue<string>().Length > 512)
            {
                throw ApiError.InvalidRequest($"metadata.{key}: keys must have at most 64 characters and values at most 512.", "invalid_metadata");
            }
        }

        return metadata;
    }
}
