using System.Text.Json;

namespace Managed.Agents.Emulator;

/// <summary>What the contract says about one JSON value.</summary>
internal abstract class ContractShape
{
    /// <summary>The shape in words, to finish the sentence "expected …".</summary>
    public abstract string Expected { get; }

    /// <summary>Throws an <see cref="ApiError"/> that names the path of the first value the contract does not allow.</summary>
    public abstract void Check(JsonElement value, ContractPath path);

    /// <summary>Whether a value of this JSON kind could fit; chooses among alternatives that have no discriminator.</summary>
    public abstract bool Accepts(JsonValueKind kind);

    protected ApiError Mismatch(JsonElement value, ContractPath path) =>
        ApiError.InvalidRequest($"{path}: expected {Expected}, got {Describe(value)}.");

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the string \"{Shorten(value.GetString()!)}\"",
        JsonValueKind.Number => $"the number {Shorten(value.GetRawText())}",
        JsonValueKind.Undefined => "nothing",
        _ => value.GetRawText(),
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
