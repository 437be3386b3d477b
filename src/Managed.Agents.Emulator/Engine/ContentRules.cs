using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Validates the content blocks of an input. The contract describes neither the minimum length of text nor the media types.</summary>
internal static class ContentRules
{
    private static readonly string[] Images = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    private static readonly string[] Documents = ["application/pdf", "text/plain"];

    public static void Check(JsonObject input, string path)
    {
        foreach (var (index, block) in input.Objects("content").WithIndex())
        {
            CheckBlock(block, $"{path}.content[{index}]");
        }
    }

    private static void CheckBlock(JsonObject block, string path)
    {
        switch (block.Text("type"))
        {
            case "redacted":
                throw ApiError.InvalidRequest($"{path}: redacted blocks cannot be sent.");
            case "text" when block.Text("text") is "":
                throw ApiError.InvalidRequest($"{path}.text: minimum string length is 1.");
            case "search_result":
                Check(block, path);
                break;
            case "image":
                CheckSource(block, Images, path);
                break;
            case "document":
                CheckSource(block, Documents, path);
                break;
        }
    }

    private static void CheckSource(JsonObject block, string[] accepted, string path)
    {
        if (block["source"] is JsonObject source && source.Text("type") == "base64" && !accepted.Contains(source.Text("media_type"), StringComparer.Ordinal))
        {
            throw ApiError.InvalidRequest($"{path}.source.media_type: \"{source.Text("media_type")}\" is not supported. Supported: {string.Join(", ", accepted)}.");
        }
    }
}
