using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Extension methods that set options of a single function.</summary>
public static class ToolFunctionExtensions
{
    /// <summary>Marks a function as idempotent: running it again with the same arguments has no additional effect.</summary>
    /// <remarks>After a crash, started calls of an idempotent function are run again. Calls of other functions are answered with an unknown outcome.</remarks>
    /// <param name="function">The function.</param>
    /// <returns>The marked function.</returns>
    public static AIFunction AsIdempotent(this AIFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new ToolTraits(function) { IsIdempotent = true, TimeLimit = ToolTraits.TimeLimitOf(function) };
    }

    /// <summary>Sets the timeout of a function, instead of <see cref="ToolOptions.ToolTimeout"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="timeout">The timeout. Must be greater than zero. <see cref="Timeout.InfiniteTimeSpan"/> for no timeout.</param>
    /// <returns>The function with the timeout.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is zero, negative, or longer than about 49 days.</exception>
    public static AIFunction WithTimeout(this AIFunction function, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(function);
        ToolOptions.CheckLimit(timeout, nameof(timeout));
        return new ToolTraits(function) { IsIdempotent = ToolTraits.IsIdempotentOf(function), TimeLimit = timeout };
    }
}
