using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The calls of a worker of one environment, with a token or, by default, a new key of the environment.</summary>
public sealed class Worker(TestApi api, string environmentId, string? token = null, string? name = null)
{
    private readonly string _token = token ?? api.Emulator.CreateEnvironmentKey(environmentId);

    public string EnvironmentId => environmentId;

    public string Path => $"/v1/environments/{environmentId}/work";

    /// <summary>Gets the token in the secret of a polled item.</summary>
    public static string TokenOf(Answer item) => Secret(item)["sessions_token"]!.GetValue<string>();

    public static JsonObject Secret(Answer item)
    {
        var base64 = item.Text("secret")!.Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))))!.AsObject();
    }

    public Task<Answer> PollAsync(string query = "") => SendAsync(HttpMethod.Get, $"{Path}/poll{query}");

    public Task<Answer> AckAsync(string id) => SendAsync(HttpMethod.Post, $"{Path}/{id}/ack");

    public Task<Answer> BeatAsync(string id, string? expected = "NO_HEARTBEAT", int? ttl = null)
    {
        List<string> query = [];
        if (expected is not null)
        {
            query.Add($"expected_last_heartbeat={Uri.EscapeDataString(expected)}");
        }

        if (ttl is not null)
        {
            query.Add($"desired_ttl_seconds={ttl}");
        }

        return SendAsync(HttpMethod.Post, $"{Path}/{id}/heartbeat?{string.Join('&', query)}");
    }

    public Task<Answer> StopAsync(string id, bool force = false) => SendAsync(HttpMethod.Post, $"{Path}/{id}/stop", force ? """{"force":true}""" : "{}");

    public Task<Answer> ListAsync(string query = "") => SendAsync(HttpMethod.Get, Path + query);

    public Task<Answer> StatsAsync() => SendAsync(HttpMethod.Get, $"{Path}/stats");

    /// <summary>Polls, acknowledges and sends the first heartbeat.</summary>
    /// <returns>The item as it was polled.</returns>
    public async Task<Answer> TakeAsync()
    {
        var item = (await PollAsync()).ShouldSucceed();
        (await AckAsync(item.Id)).ShouldSucceed();
        (await BeatAsync(item.Id)).ShouldSucceed();
        return item;
    }

    public Task<Answer> SendAsync(HttpMethod method, string path, string? json = null) => api.SendAsync(method, path, json, request =>
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        if (name is not null)
        {
            request.Headers.Add("Anthropic-Worker-ID", name);
        }
    });
}
