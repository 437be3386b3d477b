using System.Text.Json;

namespace Managed.Agents.Emulator;

/// <summary>The type of a JSON value in the contract.</summary>
internal abstract class ContractShape
{
    /// <summary>Describes the shape, as the end of the message "expected …".</summary>
    public abstract string Expected { get; }

    /// <summary>Throws an <see cref="ApiError"/> with the path of the first value that does not match the contract.</summary>
    public abstract void Check(JsonElement value, ContractPath path);

    /// <summary>Returns whether a value of a JSON kind could match. Used to select an alternative when there is no discriminator.</summary>
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
