using Microsoft.Extensions.Logging;

namespace Managed.Agents.Tests.Framework;

/// <summary>Creates clients without timeouts and without delays between attempts, unless a test sets them.</summary>
internal static class Clients
{
    public const string ApiKey = "sk-ant-test-0123456789-must-not-leak";

    public static ManagedAgentsClient To(
        Uri address, Action<ManagedAgentsOptions>? change = null, TimeProvider? clock = null, ILoggerFactory? logs = null)
    {
        var options = new ManagedAgentsOptions();
        Configure(options, address);
        change?.Invoke(options);
        return new ManagedAgentsClient(options, loggerFactory: logs, timeProvider: clock);
    }

    public static ManagedAgentsClient To(
        ITestServer server, Action<ManagedAgentsOptions>? change = null, TimeProvider? clock = null, ILoggerFactory? logs = null) =>
        To(server.Address, change, clock, logs);

    /// <summary>Creates a client that sends its requests to a handler instead of a server.</summary>
    public static ManagedAgentsClient Over(HttpMessageHandler handler, Action<ManagedAgentsOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new ManagedAgentsOptions();
        Configure(options, new Uri("https://api.example"));
        change?.Invoke(options);
        return new ManagedAgentsClient(options, handler, timeProvider: clock);
    }

    public static void Configure(ManagedAgentsOptions options, Uri address)
    {
        options.ApiKey = ApiKey;
        options.BaseAddress = address;
        options.Timeout = Timeout.InfiniteTimeSpan;
        options.StreamOpenTimeout = Timeout.InfiniteTimeSpan;
        options.StreamIdleTimeout = Timeout.InfiniteTimeSpan;
        options.Resilience = new ResilienceOptions { BaseDelay = TimeSpan.Zero };
    }
}
