using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Makes functions from source-generated JSON metadata, without reflection: for trimmed programs and Native AOT.</summary>
/// <remarks>
/// Where reflection is fine, <c>AIFunctionFactory.Create</c> of Microsoft.Extensions.AI makes functions out of any method; they work here
/// as well, like the tools of an MCP client.
/// </remarks>
public static class ToolFunction
{
    /// <summary>Makes a function that takes an object and gives a result, or plain text.</summary>
    /// <typeparam name="TInput">The input; its properties are the parameters, its <c>[Description]</c> attributes describe them to the model.</typeparam>
    /// <param name="name">The name of the tool: 1 to 128 ASCII letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">What the tool does and when to use it, in words for the model.</param>
    /// <param name="inputType">The metadata of the input, such as <c>MyJson.Default.Order</c>.</param>
    /// <param name="run">The code. What it throws becomes an error result that tells the agent nothing but that; throw a <see cref="ToolException"/> to tell it more.</param>
    /// <returns>The function.</returns>
    public static AIFunction Create<TInput>(
        string name, string description, JsonTypeInfo<TInput> inputType, Func<TInput, CancellationToken, Task<ToolResult>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Make(name, description, inputType, async (input, token) => await run(input, token).ConfigureAwait(false));
    }

    /// <summary>Makes a function that takes an object and gives an object, which the agent sees as JSON.</summary>
    /// <typeparam name="TInput">The input; its properties are the parameters, its <c>[Description]</c> attributes describe them to the model.</typeparam>
    /// <typeparam name="TOutput">What it returns.</typeparam>
    /// <param name="name">The name of the tool: 1 to 128 ASCII letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">What the tool does and when to use it, in words for the model.</param>
    /// <param name="inputType">The metadata of the input, such as <c>MyJson.Default.Order</c>.</param>
    /// <param name="outputType">The metadata of the output.</param>
    /// <param name="run">The code. What it throws becomes an error result that tells the agent nothing but that; throw a <see cref="ToolException"/> to tell it more.</param>
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
