using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Managed.Agents.Tests.Running.Tools;

internal sealed record Order([property: JsonRequired, Description("What to order.")] string Article, int Count = 1, Address? Address = null);

internal sealed record Address
{
    public string? City { get; init; }
}

internal sealed record Tree
{
    public IReadOnlyList<Tree> Branches { get; init; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Tree))]
internal sealed partial class ToolTestJson : JsonSerializerContext;
