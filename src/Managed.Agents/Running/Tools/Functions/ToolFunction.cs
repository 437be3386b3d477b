using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Creates functions from source-generated JSON metadata, without reflection, for trimmed programs and Native AOT.</summary>
/// <remarks>
/// If reflection is available, <c>AIFunctionFactory.Create</c> of Microsoft.Extensions.AI creates a function from any method. Such functions
/// and the tools of an MCP client are supported too.
/// </remarks>
public static class ToolFunction
{
    /// <summary>Creates a function that takes an object and returns a result or plain text.</summary>
    /// <typeparam name="TInput">The input type. Its properties are the parameters. Their <c>[Description]</c> attributes describe them to the model.</typeparam>
    /// <param name="name">The name of the tool: 1 to 128 ASCII letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">What the tool does and when to use it, for the model.</param>
    /// <param name="inputType">The metadata of the input, such as <c>MyJson.Default.Order</c>.</param>
    /// <param name="run">The code of the tool. An exception becomes an error result without details. Throw a <see cref="ToolException"/> to send a message to the agent.</param>
    /// <returns>The function.</returns>
    public static AIFunction Create<TInput>(
        string name, string description, JsonTypeInfo<TInput> inputType, Func<TInput, CancellationToken, Task<ToolResult>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Make(name, description, inputType, async (input, token) => await run(input, token).ConfigureAwait(false));
    }

    /// <summary>Creates a function that takes an object and returns an object, which the agent receives as JSON.</summary>
    /// <typeparam name="TInput">The input type. Its properties are the parameters. Their <c>[Description]</c> attributes describe them to the model.</typeparam>
    /// <typeparam name="TOutput">The type of the return value.</typeparam>
    /// <param name="name">The name of the tool: 1 to 128 ASCII letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">What the tool does and when to use it, for the model.</param>
    /// <param name="inputType">The metadata of the input, such as <c>MyJson.Default.Order</c>.</param>
    /// <param name="outputType">The metadata of the output.</param>
    /// <param name="run">The code of the tool. An exception becomes an error result without details. Throw a <see cref="ToolException"/> to send a message to the agent.</param>
    /// <returns>The function.</returns>
    public static AIFunction Create<TInput, TOutput>(
        string name, string description, JsonTypeInfo<TInput> inputType, JsonTypeInfo<TOutput> outputType, Func<TInput, CancellationToken, Task<TOutput>> run)
    {
        ArgumentNullException.ThrowIfNull(outputType);
        ArgumentNullException.ThrowIfNull(run);
        return Make(
            name,
            description,
            inputType,
            async (input, token) => System.Text.Json.JsonSerializer.SerializeToElement(await run(input, token).ConfigureAwait(false), outputType));
    }

    private static TypedToolFunction<TInput> Make<TInput>(
        string name, string description, JsonTypeInfo<TInput> inputType, Func<TInput, CancellationToken, Task<object?>> run)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(inputType);
        return new TypedToolFunction<TInput>(name, description, inputType, run);
    }
}
