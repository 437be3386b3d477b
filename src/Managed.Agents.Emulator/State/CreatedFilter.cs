using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The <c>created_at[…]</c> parameters of a list.</summary>
internal sealed class CreatedFilter(JsonObject query)
{
    private readonly DateTimeOffset? _after = Read(query, "gt");
    private readonly DateTimeOffset? _from = Read(query, "gte");
    private readonly DateTimeOffset? _before = Read(query, "lt");
    private readonly DateTimeOffset? _until = Read(query, "lte");

    public bool IsEmpty => _after is null && _from is null && _before is null && _until is null;

    public bool Includes(DateTimeOffset time) => !(time <= _after) && !(time < _from) && !(time >= _before) && !(time > _until);

    public bool IsTooEarly(DateTimeOffset time) => time <= _after || time < _from;

    private static DateTimeOffset? Read(JsonObject query, string comparison) =>
        query.Text($"created_at[{comparison}]") is { } text && DateTimeShape.TryParse(text, out var time) ? time : null;
}
