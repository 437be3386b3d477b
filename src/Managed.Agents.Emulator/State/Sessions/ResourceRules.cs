using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the resources of a session, and their default mount paths.</summary>
internal static class ResourceRules
{
    public const string MemoryStore = "memory_store";
    public const string File = "file";
    private const string Uploads = "/mnt/session/uploads";

    public static JsonObject Normalize(JsonObject sent, bool selfHosted, string path)
    {
        var type = sent.Text("type")!;
        if (selfHosted && type != MemoryStore)
        {
            throw ApiError.InvalidRequest($"{path}.type: a self_hosted environment supports memory_store resources only, not {type}.");
        }

        return type switch
        {
            File => FileResource(sent, path),
            MemoryStore => MemoryStoreResource(sent),
            _ => Repository(sent, path),
        };
    }

    public static void CheckCounts(IReadOnlyCollection<JsonObject> resources)
    {
        Require(File, 500);
        Require(MemoryStore, 8);

        void Require(string type, int maximum)
        {
            var count = resources.Count(resource => resource.Text("type") == type);
            if (count > maximum)
            {
                throw ApiError.InvalidRequest($"resources: at most {maximum} of type {type}, got {count}.");
            }
        }
    }

    private static JsonObject FileResource(JsonObject sent, string path)
    {
        var fileId = sent.Text("file_id")!;
        var mount = sent.Text("mount_path") ?? $"{Uploads}/{fileId}";
        return mount.StartsWith(Uploads + "/", StringComparison.Ordinal) && !mount.Split('/').Contains("..")
            ? new JsonObject { ["type"] = File, ["file_id"] = fileId, ["mount_path"] = mount }
            : throw ApiError.InvalidRequest($"{path}.mount_path: must be under {Uploads}.");
    }

    private static JsonObject Repository(JsonObject sent, string path)
    {
        var url = sent.Text("url")!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps
            || address.AbsolutePath.Trim('/').Split('/') is not [_, { Length: > 0 } name] || name.EndsWith(".git", StringComparison.Ordinal))
        {
            throw ApiError.InvalidRequest($"{path}.url: must have the form https://github.com/owner/repo, without .git.");
        }

        return new JsonObject
        {
            ["type"] = "github_repository",
            ["url"] = url,
            ["checkout"] = sent["checkout"]?.DeepClone(),
            ["mount_path"] = sent.Text("mount_path") ?? $"/workspace/{name}",
        };
    }

    private static JsonObject MemoryStoreResource(JsonObject sent)
    {
        return new JsonObject
        {
            ["type"] = MemoryStore,
            ["memory_store_id"] = sent.Text("memory_store_id"),
            ["access"] = sent.Text("access") ?? "read_write",
            ["instructions"] = sent.Text("instructions"),
        };
    }
}
