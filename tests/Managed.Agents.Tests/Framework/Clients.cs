using Microsoft.Extensions.Logging;

namespace Managed.Agents.Tests.Framework;

/// <summary>Clients as the tests use them: no time limits, and no waits between attempts, unless a test wants some.</summary>
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
        StubServer server, Action<ManagedAgentsOptions>? change = null, TimeProvider? clock = null, ILoggerFactory? logs = null) =>
        To(server.Address, change, clock, logs);

    /// <summary>A client whose requests go to a handler of the test's in place of the sockets.</summary>
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
