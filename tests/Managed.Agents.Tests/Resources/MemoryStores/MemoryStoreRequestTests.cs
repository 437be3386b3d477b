using Managed.Agents.Tests.Framework;
using Xunit;

namespace Managed.Agents.Tests.Resources.MemoryStores;

public sealed class MemoryStoreRequestTests
{
    // The API rejects this value together with the beta value of Managed Agents.
    private const string Beta = "agent-memory-2026-07-22";

    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1));

    private static readonly Exchange[] Exchanges =
    [
        new("POST /v1/memory_stores", static client => client.MemoryStores.CreateAsync(new() { Name = "Notes", Description = "For all." })) { Body = """{"name":"Notes","description":"For all."}""" },
        new("GET /v1/memory_stores/memstore_1", static client => client.MemoryStores.GetAsync("memstore_1")),
        new("POST /v1/memory_stores/memstore_1", static client => client.MemoryStores.UpdateAsync("memstore_1", new() { Description = "" })) { Body = """{"description":""}""" },
        new("GET /v1/memory_stores?created_at%5Bgte%5D=2026-11-21T08%3A00%3A00Z&created_at%5Blte%5D=2026-11-21T08%3A00%3A00Z&include_archived=true&limit=2", static client =>
            client.MemoryStores.ListAsync(new() { CreatedAtOrAfter = Time, CreatedAtOrBefore = Time, IncludeArchived = true, PageSize = 2 }).ReadAsync()) { Response = Lists.Empty },
        new("POST /v1/memory_stores/memstore_1/archive", static client => client.MemoryStores.ArchiveAsync("memstore_1")),
        new("DELETE /v1/memory_stores/memstore_1", static client => client.MemoryStores.DeleteAsync("memstore_1")),
        new("POST /v1/memory_stores/memstore_1/memories", static client => client.MemoryStores.Memories.CreateAsync("memstore_1", new() { Path = "/a.md", Content = "" })) { Body = """{"path":"/a.md","content":""}""" },
        new("POST /v1/memory_stores/memstore_1/memories?view=full", static client => client.MemoryStores.Memories.CreateAsync("memstore_1", new() { Path = "/a.md", Content = "ä" }, MemoryView.Full)) { Body = """{"path":"/a.md","content":"ä"}""" },
        new("GET /v1/memory_stores/memstore_1/memories/mem_1?view=basic", static client => client.MemoryStores.Memories.GetAsync("memstore_1", "mem_1", MemoryView.Basic)),
        new("POST /v1/memory_stores/memstore_1/memories/mem_1", static client => client.MemoryStores.Memories.UpdateAsync(
            "memstore_1", "mem_1", new() { Content = "new", Precondition = MemoryPrecondition.Unchanged(new Memory { Id = "mem_1", ContentSha256 = "ff" }) }))
        {
            Body = """{"content":"new","precondition":{"type":"content_sha256","content_sha256":"ff"}}""",
        },
        new("POST /v1/memory_stores/memstore_1/memories/mem_2?view=full", static client => client.MemoryStores.Memories.UpdateAsync("memstore_1", "mem_2", new() { Path = "/b.md" }, MemoryView.Full)) { Body = """{"path":"/b.md"}""" },
        new("GET /v1/memory_stores/memstore_1/memories?depth=1&path_prefix=%2Fa%2F&view=full&limit=20", static client =>
            client.MemoryStores.Memories.ListAsync("memstore_1", new() { Depth = 1, PathPrefix = "/a/", View = MemoryView.Full, PageSize = 20 }).ReadAsync()) { Response = Lists.Empty },
        new("GET /v1/memory_stores/memstore_1/memories?path_prefix=%2Fa%2F", static client => client.MemoryStores.Memories.GetTreeAsync("memstore_1", "/a/")) { Response = Lists.Empty },
        new("DELETE /v1/memory_stores/memstore_1/memories/mem_1", static client => client.MemoryStores.Memories.DeleteAsync("memstore_1", "mem_1")),
        new("DELETE /v1/memory_stores/memstore_1/memories/mem_1?expected_content_sha256=ff", static client => client.MemoryStores.Memories.DeleteAsync("memstore_1", "mem_1", "ff")),
        new("GET /v1/memory_stores/memstore_1/memory_versions/memver_1", static client => client.MemoryStores.MemoryVersions.GetAsync("memstore_1", "memver_1")),
        new("GET /v1/memory_stores/memstore_1/memory_versions?api_key_id=key&memory_id=mem_1&operation=deleted&service_account_id=svc&session_id=sesn_1&view=basic", static client =>
            client.MemoryStores.MemoryVersions.ListAsync("memstore_1", new()
            {
                ApiKeyId = "key",
                MemoryId = "mem_1",
                Operation = MemoryVersionOperation.Deleted,
                ServiceAccountId = "svc",
                SessionId = "sesn_1",
                View = MemoryView.Basic,
            }).ReadAsync()) { Response = Lists.Empty },
        new("POST /v1/memory_stores/memstore_1/memory_versions/memver_1/redact", static client => client.MemoryStores.MemoryVersions.RedactAsync("memstore_1", "memver_1")),
    ];

    public static TheoryData<string> Names => Theories.Of(Exchanges.Select(static exchange => exchange.Request));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_call_sends_its_request(string request) =>
        (Exchanges.Single(exchange => exchange.Request == request) with { Beta = Beta }).VerifyAsync();
}
