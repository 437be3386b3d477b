namespace Managed.Agents.Emulator;

/// <summary>Options of an emulator. The defaults suit tests: a free port, a generated key, the system's clock.</summary>
public sealed class AgentsEmulatorOptions
{
    /// <summary>The loopback port to listen on.</summary>
    /// <value>Default: 0, a free port.</value>
    public int Port { get; set; }

    /// <summary>The only API key that the emulator accepts.</summary>
    /// <value>Default: null, a key generated from <see cref="Seed"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>A key for workers in other processes. It is valid for every self-hosted environment; <see cref="AgentsEmulator.CreateEnvironmentKey"/> creates keys for one environment.</summary>
    /// <value>Default: null, no such key.</value>
    public string? EnvironmentKey { get; set; }

    /// <summary>The seed of all ids. Two emulators with the same seed return the same ids for the same sequence of calls.</summary>
    /// <value>Default: 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The clock for all timestamps, keep-alives, delays, leases and schedules.</summary>
    /// <value>Default: the system's clock. Use an <see cref="EmulatorClock"/> to move the time yourself.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The interval of keep-alives on an open stream. A keep-alive is a comment line and a frame named <c>ping</c>.</summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the stream shows an input twice with the same id: when it is queued, with <c>processed_at</c> null, and when it is processed.</summary>
    /// <value>Default: false. An input is shown once, when it is processed.</value>
    public bool ShowQueuedInputs { get; set; }

    /// <summary>Whether the primary thread reports its own <c>session.thread_status_running</c> and <c>session.thread_status_idle</c> in addition to the session's status.</summary>
    /// <value>Default: false.</value>
    public bool ShowPrimaryThreadStatus { get; set; }

    /// <summary>How long after an idle event a session still reports <c>running</c> and refuses to be archived or deleted. The service can do so for a moment.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan IdleStatusDelay { get; set; }

    /// <summary>
    /// The maximum number of frames that are buffered for a slow reader of a stream. The stream ends with an error when there are more.
    /// </summary>
    /// <value>Default: 10,000.</value>
    public int StreamBufferSize { get; set; } = 10_000;

    /// <summary>The maximum size of an uploaded file in bytes. A larger file is refused with 413.</summary>
    /// <value>Default: 500 MB, the limit of the service.</value>
    public long MaxFileSize { get; set; } = 500L * 1024 * 1024;

    /// <summary>The time until a file written by a session appears in lists. The service takes some seconds.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan SessionOutputDelay { get; set; }

    /// <summary>
    /// Returns how an MCP server responds to the access token when an OAuth credential is validated. The argument is the server's URL.
    /// </summary>
    /// <value>Default: null. Every token is accepted until it expires.</value>
    public Func<string, McpProbeOutcome>? McpProbe { get; set; }

    /// <summary>
    /// Whether scheduled runs start with a random delay, as at the service. The maximum delay is 15 % of the interval, but at least 5
    /// seconds and at most 9 minutes. The delay is drawn from <see cref="Seed"/>.
    /// </summary>
    /// <value>Default: false. Runs start at the exact time.</value>
    public bool DelayScheduledRuns { get; set; }

    /// <summary>Whether polled work items come without a secret, as the service may send them.</summary>
    /// <value>Default: false. Every item has a secret.</value>
    public bool OmitWorkSecrets { get; set; }

    /// <summary>The number of requests that <see cref="AgentsEmulator.Requests"/> keeps.</summary>
    /// <value>Default: 1,000.</value>
    public int RequestHistorySize { get; set; } = 1_000;
}
