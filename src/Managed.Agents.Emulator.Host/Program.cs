using System.Globalization;
using System.Runtime.InteropServices;
using Managed.Agents.Emulator;

var webhooks = new List<Uri>();
string? webhookKey = null;
var options = new AgentsEmulatorOptions { Port = 8401, EnvironmentKey = $"sk-ant-oat01-emulator-{Guid.NewGuid():N}" };
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--port" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var port):
            options.Port = port;
            i++;
            break;
        case "--api-key" when i + 1 < args.Length:
            options.ApiKey = args[++i];
            break;
        case "--environment-key" when i + 1 < args.Length:
            options.EnvironmentKey = args[++i];
            break;
        case "--webhook" when i + 1 < args.Length && Uri.TryCreate(args[i + 1], UriKind.Absolute, out var webhook):
            webhooks.Add(webhook);
            i++;
            break;
        case "--webhook-key" when i + 1 < args.Length:
            webhookKey = args[++i];
            break;
        default:
            Console.Error.WriteLine("Usage: Managed.Agents.Emulator.Host [--port <number, or 0 for a free port>] [--api-key <key>] [--environment-key <key for workers>] [--webhook <address>]... [--webhook-key <whsec_...>]");
            return 1;
    }
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

AgentsEmulator emulator;
try
{
    emulator = await AgentsEmulator.StartAsync(options, stop.Token).ConfigureAwait(false);
}
catch (IOException exception)
{
    // The usual cause is a port that is in use.
    Console.Error.WriteLine(exception.Message);
    return 1;
}

await using var running = emulator.ConfigureAwait(false);
try
{
    foreach (var address in webhooks)
    {
        webhookKey = emulator.Webhooks.AddEndpoint(address, webhookKey).SigningKey;
    }
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

Console.WriteLine($"""
    The emulated Managed Agents API listens at {emulator.BaseAddress}

      export ANTHROPIC_BASE_URL={emulator.BaseAddress.GetLeftPart(UriPartial.Authority)}
      export ANTHROPIC_API_KEY={emulator.ApiKey}
      export ANTHROPIC_ENVIRONMENT_KEY={options.EnvironmentKey}

    Press Ctrl+C to stop.
    """);
if (webhooks.Count > 0)
{
    Console.WriteLine($"""
        Webhooks are sent to {string.Join(" and ", webhooks)}

          export ANTHROPIC_WEBHOOK_SIGNING_KEY={webhookKey}

        """);
}

try
{
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(false);
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped.");
}

return 0;

void Stop(PosixSignalContext signal)
{
    // Shut down cleanly instead of being terminated.
    signal.Cancel = true;
    stop.Cancel();
}
