// Uses every client in a trimmed or AOT-compiled program. Prints a line per step. Exits with 0 if every step gives the expected result.
using System.Runtime.CompilerServices;
using Managed.Agents;
using Managed.Agents.AotTest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var address, var apiKey])
{
    Console.Error.WriteLine("Usage: Managed.Agents.AotTest <address of an emulator> <API key of the emulator>");
    return 2;
}

using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
Console.WriteLine($"{Environment.Version}, {(RuntimeFeature.IsDynamicCodeSupported ? "trimmed" : "Native AOT")}");

using var direct = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = apiKey, BaseAddress = new Uri(address) });
await new SessionWalk("new ManagedAgentsClient", direct).RunAsync(timeout.Token);
await new StoresWalk(direct).RunAsync(timeout.Token);
await new AccountWalk(direct).RunAsync(timeout.Token);
await new TurnWalk(direct).RunAsync(timeout.Token);

var configuration = new ConfigurationManager { ["ManagedAgents:ApiKey"] = apiKey, ["ManagedAgents:BaseAddress"] = address };
var services = new ServiceCollection();
services.AddManagedAgents(configuration.GetSection("ManagedAgents"));
await using var provider = services.BuildServiceProvider();
await new SessionWalk("AddManagedAgents", provider.GetRequiredService<ManagedAgentsClient>()).RunAsync(timeout.Token);

Console.WriteLine("Done.");
return 0;
