using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>A function with additional properties. They are found below other wrappers too, for example one that requires approval.</summary>
internal sealed class ToolTraits(AIFunction function) : DelegatingAIFunction(function)
{
    public bool IsIdempotent { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    public static bool IsIdempotentOf(AIFunction function) => function.GetService<ToolTraits>() is { IsIdempotent: true };

    public static TimeSpan? TimeLimitOf(AIFunction function) => function.GetService<ToolTraits>()?.TimeLimit;
}
