using Managed.Agents;
using Managed.Agents.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Net8User;

internal static class ContainerScenario
{
    public static async Task RunAsync(AgentsEmulator emulator, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddManagedAgents(options =>
        {
            options.ApiKey = emulator.ApiKey;
            options.BaseAddress = emulator.BaseAddress;
        });
        await using var provider = services.BuildServiceProvider();

        var models = 0;
        await foreach (var model in provider.GetRequiredService<ManagedAgentsClient>().Models.ListAsync(cancellationToken: cancellationToken))
        {
            models++;
        }

        Check.That(models > 0, $"{models} models");
    }
}
