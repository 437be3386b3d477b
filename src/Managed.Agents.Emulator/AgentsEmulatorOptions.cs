namespace Managed.Agents.Emulator;

/// <summary>How an emulator behaves. The defaults suit tests: a free port, a fresh key, the system's clock.</summary>
public sealed class AgentsEmulatorOptions
{
    /// <summary>The loopback port to listen on.</summary>
    /// <value>0, which takes a free one.</value>
    public int Port { get; set; }

    /// <summary>The only API key that is let in.</summary>
    /// <value>Null, which makes one up from <see cref="Seed"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>A key for workers in other processes, good for every self-hosted environment. <see cref="AgentsEmulator.CreateEnvironmentKey"/> makes those of one.</summary>
    /// <value>Null: there is none.</value>
    public string? EnvironmentKey { get; set; }

    /// <summary>What ids are made from. Two emulators with the same seed and the same calls, one after the other, give the same ids.</summary>
    /// <value>1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The clock behind every timestamp, keep-alive, waiting step, lease and schedule.</summary>
    /// <value>The system's clock. An <see cref="EmulatorClock"/> is one that you move.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How often an open stream gets a keep-alive: a comment line and a frame named <c>ping</c>.</summary>
    /// <value>15 seconds.</value>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether an input shows up on the stream as soon as it is queued, with <c>processed_at</c> null, and again, with the same id, once it is processed.</summary>
    /// <value>False: only once, when it is processed.</value>
    public bool ShowQueuedInputs { get; set; }

    /// <summary>Whether the primary thread reports its own <c>session.thread_status_running</c> and <c>session.thread_status_idle</c> beside the session's.</summary>
    /// <value>False.</value>
    public bool ShowPrimaryThreadStatus { get; set; }

    /// <summary>For how long after an idle event a session still calls itself running, and refuses to be archived or deleted, as the service can do for a moment.</summary>
    /// <value>Zero.</value>
    public TimeSpan IdleStatusDelay { get; set; }

    /// <summary>How many frames a stream may be behind before it is cut off.</summary>
    /// <value>10,000.</value>
    public int StreamBufferSize { get; set; } = 10_000;

    /// <summary>The biggest file that is taken; a bigger one is refused with 413.</summary>
    /// <value>500 MB, as at the service.</value>
    public long MaxFileSize { get; set; } = 500L * 1024 * 1024;

    /// <summary>How long a file a session made takes to show up, as at the service, where it takes some seconds.</summary>
    /// <value>Zero.</value>
    public TimeSpan SessionOutputDelay { get; set; }

    /// <summary>How the MCP server of an OAuth credential meets its access token when the credential is validated, by the server's URL.</summary>
    /// <value>Null: every token is accepted until it expires.</value>
    public Func<string, McpProbeOutcome>? McpProbe { get; set; }

    /// <summary>Whether a run of a schedule starts a little later than its exact time, as at the service: by up to 15 % of the interval, a limit of at least 5 seconds and at most 9 minutes. How much later is drawn from <see cref="Seed"/>.</summary>
    /// <value>False: at the exact time.</value>
    public bool DelayScheduledRuns { get; set; }

    /// <summary>Whether the work items that workers poll come without a secret, as the service may do.</summary>
    /// <value>False: each has one.</value>
    public bool OmitWorkSecrets { get; set; }

    /// <summary>How many requests <see cref="AgentsEmulator.Requests"/> remembers.</summary>
    /// <value>1,000.</value>
    public int RememberedRequests { get; set; } = 1_000;
}
