using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>What can be said about one function and not about others.</summary>
public static class ToolFunctionExtensions
{
    /// <summary>Marks a function as one that may be run again with the same arguments without a second effect.</summary>
    /// <remarks>After a crash, a call of it that had started is run again; calls of other functions are not, and are answered as unknown.</remarks>
    /// <param name="function">The function.</param>
    /// <returns>The marked function.</returns>
    public static AIFunction AsIdempotent(this AIFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new ToolTraits(function) { IsIdempotent = true, TimeLimit = ToolTraits.TimeLimitOf(function) };
    }

    /// <summary>Gives a function a time limit of its own, in place of <see cref="ToolOptions.ToolTimeout"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="timeout">More than zero; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <returns>The function with its limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is zero or negative, or more than about 49 days.</exception>
    public static AIFunction WithTimeout(this AIFunction function, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(function);
        ToolOptions.CheckLimit(timeout, nameof(timeout));
        return new ToolTraits(function) { IsIdempotent = ToolTraits.IsIdempotentOf(function), TimeLimit = timeout };
    }
}
