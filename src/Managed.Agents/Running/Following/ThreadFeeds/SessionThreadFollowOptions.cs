namespace Managed.Agents;

/// <summary>Options for a feed that includes the threads of a session.</summary>
public sealed record SessionThreadFollowOptions
{
    /// <summary>
    /// The maximum number of threads that are read at the same time. Each uses one connection, in addition to the one of the session. Further
    /// threads wait until an open one ends.
    /// </summary>
    /// <value>Default: 25, which is the number of unarchived threads that the service allows. Must be between 1 and 100.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 1 and 100.</exception>
    public int MaxOpenThreads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = 25;
}
