using System.Text.Json;
using Microsoft.Extensions.AI;
using Shouldly;

namespace Managed.Agents.Tests.Running.Tools.InputChecks;

/// <summary>Runs calls of a function with any schema. The function returns the input that it got.</summary>
public abstract class InputCheckTestBase
{
    private protected const string Prefix = "The input does not match the schema of the tool: ";

    /// <summary>Returns the input that the function got. Fails if the input was refused.</summary>
    private protected static async Task<string> AcceptedAsync(string schema, string input)
    {
        var (function, result) = await CallAsync(schema, input);
        result.IsError.ShouldBeNull(result.Content.JoinText());
        function.Runs.ShouldBe(1);
        return result.Content.JoinText();
    }

    /// <summary>Returns the problem that the agent is told. Fails if the function ran.</summary>
    private protected static async Task<string> RefusedAsync(string schema, string input)
    {
        var (function, result) = await CallAsync(schema, input);
        function.Runs.ShouldBe(0);
        result.IsError.ShouldBe(true);
        return result.Content.JoinText();
    }

    private static async Task<(EchoFunction Function, UserCustomToolResult Result)> CallAsync(string schema, string input)
    {
        var function = new EchoFunction(JsonElement.Parse(schema));
        using var executor = new ToolExecutor(new ToolOptions { Tools = [function] });
        return (function, (await executor.ExecuteAsync(TestTools.Call("echo", input))).Result());
    }

    /// <summary>A function with a given schema that returns its input as text.</summary>
    private protected sealed class EchoFunction(JsonElement schema) : AIFunction
    {
        public int Runs { get; private set; }

        public override string Name => "echo";

        public override JsonElement JsonSchema => schema;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            Runs++;
            var call = (ToolCall)arguments.Context![typeof(ToolCall)]!;
            arguments.ToDictionary(static one => one.Key, static one => ((JsonElement)one.Value!).GetRawText(), StringComparer.Ordinal)
                .ShouldBe(call.Input.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.GetRawText(), StringComparer.Ordinal));
            return ValueTask.FromResult<object?>(call.Input.GetRawText());
        }
    }
}
