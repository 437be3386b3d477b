using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Managed.Agents;

/// <summary>Creates the options of turns from the services of a container.</summary>
internal sealed record TurnDefaults(string ClientName, Func<IServiceProvider, TurnOptions, TurnOptions> Configure)
{
    /// <summary>Takes functions, approver and store from the container, then applies the configured changes in order.</summary>
    public static TurnOptions Create(IServiceProvider provider, string clientName, string? serviceKey)
    {
        var options = new TurnOptions
        {
            Tools = [.. provider.GetServices<AIFunction>(), .. serviceKey is null ? [] : provider.GetKeyedServices<AIFunction>(serviceKey)],
            Approver = Find<IToolApprover>(provider, serviceKey),
            ToolCallStore = Find<IToolCallStore>(provider, serviceKey),
            Services = provider,
        };
        return provider.GetServices<TurnDefaults>().Where(defaults => defaults.ClientName == clientName).Aggregate(options, (current, defaults) => defaults.Configure(provider, current));
    }

    private static T? Find<T>(IServiceProvider provider, string? serviceKey)
        where T : class =>
        (serviceKey is null ? null : provider.GetKeyedService<T>(serviceKey)) ?? provider.GetService<T>();
}
