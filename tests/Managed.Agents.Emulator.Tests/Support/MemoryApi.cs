using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Helper calls for memory stores.</summary>
public static class MemoryApi
{
    public static async Task<string> CreateStoreAsync(this TestApi api, string name = "notes") =>
        $"/v1/memory_stores/{(await api.PostAsync("/v1/memory_stores", new JsonObject { ["name"] = name })).ShouldSucceed().Id}";

    public static Task<Answer> RememberAsync(this TestApi api, string store, string path, string content = "text", string query = "") =>
        api.PostAsync($"{store}/memories{query}", new JsonObject { ["path"] = path, ["content"] = content });

    public static IEnumerable<string> Paths(this Answer list) => list.Data.Select(static item => item["path"]!.GetValue<string>());

    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
