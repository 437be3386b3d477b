using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A tool whose results bring URLs. A string converts to it.</summary>
public sealed record WebFetchToolReference : ApiObject
{
    /// <summary>Names a tool; set <see cref="Name"/>.</summary>
    public WebFetchToolReference()
    {
    }

    /// <summary>Names a tool.</summary>
    /// <param name="name">The tool's name.</param>
    [SetsRequiredMembers]
    public WebFetchToolReference(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    internal override string? WireType => "tool_reference";

    /// <summary>The tool's name; capitals count.</summary>
    public required string Name { get; init; }

    /// <summary>Names a tool.</summary>
    /// <param name="name">The tool's name.</param>
    public static implicit operator WebFetchToolReference(string name) => FromString(name);

    /// <summary>Names a tool.</summary>
    /// <param name="name">The tool's name.</param>
    /// <returns>The reference.</returns>
    public static WebFetchToolReference FromString(string name) => new(name);
}
