using Managed.Agents.Benchmarks.Canned;
using Microsoft.Extensions.DependencyInjection;

namespace Managed.Agents.Benchmarks.Cold;

internal static class OurColdStart
{
    public static async Task<string> DirectAsync()
    {
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = "benchmark" }, new CannedHandler(ColdStream.Bytes));
        return await FirstTextAsync(client.Sessions.Events);
    }

    public static async Task<string> ContainerAsync()
    {
        var services = new ServiceCollection();
        services.AddManagedAgents(options => options.ApiKey = "benchmark")
            .ConfigurePrimaryHttpMessageHandler(() => new CannedHandler(ColdStream.Bytes));
        await using var provider = services.BuildServiceProvider();
        return await FirstTextAsync(provider.GetRequiredService<SessionEventsClient>());
    }

    private static async Task<string> FirstTextAsync(SessionEventsClient client)
    {
        await using var events = await client.StreamAsync("sesn_benchmark");
        await foreach (var streamed in events)
        {
            if (streamed is UserMessageEvent { Content: [TextBlock block, ..] })
                return block.Text;
        }

        return "";
    }
}
