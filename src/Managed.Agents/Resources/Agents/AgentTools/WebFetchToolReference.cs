using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A tool whose results contain URLs. A string converts to it.</summary>
public sealed record WebFetchToolReference : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="WebFetchToolReference"/> class. Set <see cref="Name"/>.</summary>
    public WebFetchToolReference()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WebFetchToolReference"/> class.</summary>
    /// <param name="name">The name of the tool.</param>
    [SetsRequiredMembers]
    public WebFetchToolReference(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    internal override string? WireType => "tool_reference";

    /// <summary>The name of the tool. Case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>Converts the name of a tool to a reference.</summary>
    /// <param name="name">The name of the tool.</param>
    public static implicit operator WebFetchToolReference(string name) => FromString(name);

    /// <summary>Creates a reference to a tool.</summary>
    /// <param name="name">The name of the tool.</param>
    /// <returns>The reference.</returns>
    public static WebFetchToolReference FromString(string name) => new(name);
}
