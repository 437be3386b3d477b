namespace Managed.Agents.Emulator;

/// <summary>
/// What a dream does, and how long it takes on the emulator's clock. It starts from the memories of the store it reads: in a new store
/// they are copied before the script changes them.
/// </summary>
public sealed class DreamScript
{
    private readonly List<(string Path, string? Content)> _changes = [];

    internal DreamScript()
    {
    }

    internal TimeSpan WaitTime { get; private set; } = TimeSpan.FromSeconds(1);

    internal TimeSpan WorkTime { get; private set; } = TimeSpan.FromSeconds(1);

    internal (string Type, string Message)? Failure { get; private set; }

    internal IReadOnlyList<(string Path, string? Content)> Changes
    {
        get
        {
            lock (_changes)
            {
                return [.. _changes];
            }
        }
    }

    /// <summary>Sets how long the dream is pending before it runs.</summary>
    /// <param name="time">The time; 1 second without this.</param>
    public DreamScript Wait(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        WaitTime = time;
        return this;
    }

    /// <summary>Sets how long the dream runs before it ends.</summary>
    /// <param name="time">The time; 1 second without this.</param>
    public DreamScript Work(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        WorkTime = time;
        return this;
    }

    /// <summary>Writes a memory: makes it, or changes its content if there is one at the path. A path that cannot be one lets the dream fail.</summary>
    /// <param name="path">The path of the memory, from the root of the store.</param>
    /// <param name="content">The new content.</param>
    public DreamScript Write(string path, string content)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(content);
        return Add(path, content);
    }

    /// <summary>Deletes a memory. One that is not there lets the dream fail.</summary>
    /// <param name="path">The path of the memory, from the root of the store.</param>
    public DreamScript Delete(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Add(path, content: null);
    }

    /// <summary>Lets the dream fail instead, when its time is over.</summary>
    /// <param name="errorType">The type of the dream's error, such as <c>timeout</c>.</param>
    /// <param name="message">What went wrong.</param>
    public DreamScript Fail(string errorType = "internal_error", string message = "The emulator was told to fail this dream.")
    {
        Failure = (errorType, message);
        return this;
    }

    private DreamScript Add(string path, string? content)
    {
        lock (_changes)
        {
            _changes.Add((path, content));
            return this;
        }
    }
}
