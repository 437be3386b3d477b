using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>A function whose input is deserialized with the metadata of the caller.</summary>
internal sealed class TypedToolFunction<TInput>(
    string name, string description, JsonTypeInfo<TInput> inputType, Func<TInput, CancellationToken, Task<object?>> run) : AIFunction
{
    private readonly Lazy<JsonElement> _schema = new(() => ToolSchema.Of(inputType));

    public override string Name => name;

    public override string Description => description;

    public override JsonElement JsonSchema => _schema.Value;

    public override JsonSerializerOptions JsonSerializerOptions => inputType.Options;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await run(Read(arguments), cancellationToken).ConfigureAwait(false);

    private TInput Read(AIFunctionArguments arguments)
    {
        // Serializers replace missing and null arguments by default values, so the schema is checked here too, for callers other than the executor.
        var json = ToolArguments.ToJson(arguments, inputType.Options);
        var (replaced, mismatch) = ToolInputCheck.Read(json, JsonSchema);
        if (mismatch is not null)
        {
            throw new ToolException(mismatch);
        }

        try
        {
            return (replaced ?? json).Deserialize(inputType) ?? throw new ToolException("The input is null. Pass an object.");
        }
        catch (JsonException problem)
        {
            // The rest of the message contains .NET type names, which are of no use to the agent.
            throw new ToolException($"The input does not match the schema of the tool at {problem.Path ?? "$"}.", problem);
        }
    }
}
