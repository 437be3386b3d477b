namespace Managed.Agents.Emulator;

/// <summary>
/// The script of a dream: the memories that it changes, and its times on the emulator's clock. The dream starts with the memories of the
/// store that it reads. If it creates a new store, they are copied first.
/// </summary>
public sealed class DreamScript
{
    private readonly object _gate = new();
    private readonly List<(string Path, string? Content)> _changes = [];

    internal DreamScript()
    {
    }

    internal TimeSpan StartDelay { get; private set; } = TimeSpan.FromSeconds(1);

    internal TimeSpan Duration { get; private set; } = TimeSpan.FromSeconds(1);

    internal (string Type, string Message)? Failure { get; private set; }

    internal IReadOnlyList<(string Path, string? Content)> Changes
    {
        get
        {
            lock (_gate)
            {
                return [.. _changes];
            }
        }
    }

    /// <summary>Sets how long the dream is pending before it runs. Default: 1 second.</summary>
    /// <param name="delay">The delay. Must not be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public DreamScript StartAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        StartDelay = delay;
        return this;
    }

    /// <summary>Sets how long the dream runs before it ends. Default: 1 second.</summary>
    /// <param name="duration">The duration. Must not be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public DreamScript RunFor(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        Duration = duration;
        return this;
    }

    /// <summary>Writes a memory. Creates it, or updates its content if the path exists. With an invalid path, the dream fails.</summary>
    /// <param name="path">The path of the memory, from the root of the store.</param>
    /// <param name="content">The new content.</param>
    public DreamScript Write(string path, string content)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(content);
        return Add(path, content);
    }

    /// <summary>Deletes a memory. If the memory does not exist, the dream fails.</summary>
    /// <param name="path">The path of the memory, from the root of the store.</param>
    public DreamScript Delete(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Add(path, content: null);
    }

    /// <summary>Makes the dream fail at its end.</summary>
    /// <param name="errorType">The type of the error, such as <c>timeout</c>.</param>
    /// <param name="message">The message of the error.</param>
    public DreamScript Fail(string errorType = "internal_error", string message = "The script of the emulator failed this dream.")
    {
        Failure = (errorType, message);
        return this;
    }

    private DreamScript Add(string path, string? content)
    {
        lock (_gate)
        {
            _changes.Add((path, content));
            return this;
        }
    }
}
