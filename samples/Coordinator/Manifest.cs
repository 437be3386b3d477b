using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordinator;

/// <summary>The deployed resources: everything that a run needs.</summary>
internal sealed record Manifest(string EnvironmentId, string SkillId, Dictionary<string, DeployedAgent> Agents)
{
    public static async Task<Manifest> LoadAsync(string path) =>
        JsonSerializer.Deserialize(await File.ReadAllTextAsync(path), ManifestJson.Default.Manifest)!;

    public Task SaveAsync(string path) => File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, ManifestJson.Default.Manifest));
}

/// <summary>An agent, pinned to its deployed version, with the hash of its definition.</summary>
internal sealed record DeployedAgent(string Id, int Version, string Definition);

[JsonSerializable(typeof(Manifest))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class ManifestJson : JsonSerializerContext;
