using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The data controls of one user profile, with a clock that the test moves.</summary>
internal sealed class DataControlsApi(TestApi api, ManualTimeProvider clock, string path) : IAsyncDisposable
{
    public const string Beta = "google-managed-data-controls-2026-09-01";

    public TestApi Api => api;

    public ManualTimeProvider Clock => clock;

    public string Path => path;

    public EmulatedGoogleDataControls Service => api.Emulator.GoogleDataControls;

    public static async Task<DataControlsApi> StartAsync()
    {
        var clock = new ManualTimeProvider();
        var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        return new DataControlsApi(api, clock, await CreateAsync(api));
    }

    /// <summary>Creates another user profile.</summary>
    public static async Task<string> CreateAsync(TestApi api) =>
        $"/v1/user_profiles/{(await api.PostAsync("/v1/user_profiles", "{}", beta: null)).ShouldSucceed().Id}/providers/google/data_controls";

    public async Task<JsonObject> GetAsync() => (await api.GetAsync(path, Beta)).ShouldSucceed().Body;

    public Task<Answer> PostAsync(string json) => api.PostAsync(path, json, Beta);

    public async Task<JsonObject> SetKeysAsync(string keys) =>
        (await PostAsync($$$"""{"cmek":{"type":"enabled","external_key_ids":{{{keys}}}}}""")).ShouldSucceed().Body;

    public async Task<JsonObject> SetBucketsAsync(string buckets) =>
        (await PostAsync($$$"""{"storage":{"type":"enabled","buckets":{{{buckets}}}}}""")).ShouldSucceed().Body;

    /// <summary>Advances the clock past the validation and gets the result.</summary>
    public async Task<JsonObject> ValidatedAsync()
    {
        clock.Advance(TimeSpan.FromSeconds(2));
        return await GetAsync();
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();
}
