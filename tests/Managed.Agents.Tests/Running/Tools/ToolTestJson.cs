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

internal sealed record Purchase(string Article, int Quantity);

internal sealed record Refund(string OrderId, int Amount, bool All = false);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(string))]
internal sealed partial class RefundJson : JsonSerializerContext;
