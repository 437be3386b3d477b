using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>An emulator with a memory store and a session as inputs of dreams, on a clock that the test advances.</summary>
public sealed class DreamApi : IAsyncDisposable
{
    public const string Beta = "dreaming-2026-04-21";

    private readonly ManualTimeProvider _clock;

    private DreamApi(TestApi api, ManualTimeProvider clock, string store, string session)
    {
        Api = api;
        _clock = clock;
        Store = store;
        Session = session;
    }

    public TestApi Api { get; }

    public string Store { get; }

    public string Session { get; }

    public static async Task<DreamApi> StartAsync()
    {
        var clock = new ManualTimeProvider();
        var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var store = await api.CreateStoreAsync();
        (await api.RememberAsync(store, "/a.md", "old")).ShouldSucceed();
        (await api.RememberAsync(store, "/b.md", "kept")).ShouldSucceed();
        return new DreamApi(api, clock, store.Split('/')[^1], await api.CreateSessionAsync());
    }

    public void Advance(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    public Task<Answer> CreateAsync(string more = "", string? store = null, string? session = null, string model = "\"claude-opus-5-5\"") =>
        Api.PostAsync("/v1/dreams", Body($$"""[{"type":"memory_store","memory_store_id":"{{store ?? Store}}"},{"type":"sessions","session_ids":["{{session ?? Session}}"]}]""", model, more), Beta);

    public Task<Answer> CreateFromInputsAsync(string inputs) => Api.PostAsync("/v1/dreams", Body(inputs, "\"claude-opus-5-5\"", ""), Beta);

    public Task<Answer> UpdateStoreAsync() => CreateAsync($$""","output_behavior":{"type":"update_existing","memory_store_id":"{{Store}}"}""");

    public Task<Answer> GetAsync(string dream) => Api.GetAsync($"/v1/dreams/{dream}", Beta);

    public Task<Answer> ListAsync(string query = "") => Api.GetAsync($"/v1/dreams{query}", Beta);

    public Task<Answer> CancelAsync(string dream) => Api.PostAsync($"/v1/dreams/{dream}/cancel", null, Beta);

    public Task<Answer> ArchiveAsync(string dream) => Api.PostAsync($"/v1/dreams/{dream}/archive", null, Beta);

    /// <summary>Returns the memories of a store as path and content.</summary>
    public async Task<List<string>> MemoriesAsync(string store) =>
        [.. (await Api.GetAsync($"/v1/memory_stores/{store}/memories?view=full")).ShouldSucceed().Data.Select(static memory => $"{memory.Text("path")}: {memory.Text("content")}")];

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    private static string Body(string inputs, string model, string more) => $$"""{"inputs":{{inputs}},"model":{{model}}{{more}}}""";
}
