using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>A function with what is known about it. Found below other wrappers too, such as one that requires approval.</summary>
internal sealed class ToolTraits(AIFunction function) : DelegatingAIFunction(function)
{
    public bool IsIdempotent { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    public static bool IsIdempotentOf(AIFunction function) => function.GetService<ToolTraits>() is { IsIdempotent: true };

    public static TimeSpan? TimeLimitOf(AIFunction function) => function.GetService<ToolTraits>()?.TimeLimit;
}
