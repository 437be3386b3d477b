using System.Text.Json;
using Microsoft.Extensions.AI;
using Shouldly;

namespace Managed.Agents.Tests.Running.Tools;

/// <summary>Functions and calls for tests of tools.</summary>
internal static class TestTools
{
    public static AIFunction Of(string name, Func<object?> run) => Of(name, _ => Task.FromResult(run()));

    public static AIFunction Of(string name, Func<CancellationToken, Task<object?>> run) => new Function(name, (_, token) => run(token));

    public static AIFunction Of(string name, Func<AIFunctionArguments, CancellationToken, Task<object?>> run) => new Function(name, run);

    public static AIFunction Named(this AIFunction function, string name) => new Renamed(function, name);

    public static ToolCall Call(string name, string input = "{}", string id = "sevt_1", ToolCallKind kind = ToolCallKind.Custom, EvaluatedPermission? permission = null) => new()
    {
        SessionId = "sesn_1",
        Id = id,
        Kind = kind,
        Name = name,
        Input = JsonElement.Parse(input),
        EvaluatedPermission = permission,
    };

    /// <summary>Returns the result of a custom tool call.</summary>
    public static UserCustomToolResult Result(this ToolExecutionResult answer)
    {
        answer.Kind.ShouldBe(ToolExecutionResultKind.Result);
        return answer.Input.ShouldBeOfType<UserCustomToolResult>();
    }

    private sealed class Function(string name, Func<AIFunctionArguments, CancellationToken, Task<object?>> run) : AIFunction
    {
        public override string Name => name;

        public override string Description => $"Does {name}.";

        protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => await run(arguments, cancellationToken);
    }

    private sealed class Renamed(AIFunction function, string name) : DelegatingAIFunction(function)
    {
        public override string Name => name;
    }
}
