using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A bucket and the number of its project.</summary>
internal sealed record BucketReference(string BucketName, string ProjectNumber)
{
    public static BucketReference Read(JsonNode node) => new(node.Text("bucket_name")!, node.Text("project_number")!);

    public JsonObject ToJson() => new() { ["bucket_name"] = BucketName, ["project_number"] = ProjectNumber };
}
