using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Helper calls for deployments.</summary>
public static class DeploymentApi
{
    public const string Nightly = ""","schedule":{"type":"cron","expression":"0 3 * * *","timezone":"UTC"}""";

    public static string Schedule(string expression, string timezone = "UTC") =>
        $$""","schedule":{"type":"cron","expression":"{{expression}}","timezone":"{{timezone}}"}""";

    /// <summary>Creates a deployment with the initial message "report".</summary>
    /// <returns>The path of the deployment.</returns>
    public static async Task<string> DeployAsync(this TestApi api, string more = "", string? agent = null, string? environment = null) =>
        $"/v1/deployments/{(await api.TryDeployAsync(more, agent, environment)).ShouldSucceed().Id}";

    public static async Task<Answer> TryDeployAsync(this TestApi api, string more = "", string? agent = null, string? environment = null)
    {
        agent ??= await api.CreateAgentAsync();
        environment ??= await api.CreateEnvironmentAsync();
        return await api.PostAsync("/v1/deployments", $$"""
            {"name":"nightly","agent":"{{agent}}","environment_id":"{{environment}}",
             "initial_events":[{"type":"user.message","content":[{"type":"text","text":"report"}]}]{{more}}}
            """);
    }

    /// <summary>Gets the runs of a deployment, oldest first.</summary>
    public static async Task<List<JsonObject>> RunsAsync(this TestApi api, string deployment)
    {
        var runs = (await api.GetAsync($"/v1/deployment_runs?limit=100&deployment_id={deployment.Split('/')[^1]}")).ShouldSucceed().Data;
        runs.Reverse();
        return runs;
    }

    public static IEnumerable<string> Times(this Answer deployment) =>
        deployment.Body.At("schedule.upcoming_runs_at")!.AsArray().Select(static time => time!.GetValue<string>().Replace(":00.000000Z", "Z", StringComparison.Ordinal));
}
