namespace Managed.Agents;

/// <summary>The packages of a sandbox by package manager, each with an optional version (<c>pandas==2.2.0</c>).</summary>
/// <remarks>
/// Packages are installed in the order apt, cargo, gem, go, npm, pip, and cached per environment. With a <see cref="LimitedNetwork"/>
/// they require <see cref="LimitedNetwork.AllowPackageManagers"/>. In an update, an omitted list is unchanged.
/// </remarks>
public sealed record EnvironmentPackages : ApiObject
{
    internal override string? WireType => "packages";

    /// <summary>The Ubuntu packages to install.</summary>
    public OptionalList<string> Apt { get; init; }

    /// <summary>The Rust crates to install.</summary>
    public OptionalList<string> Cargo { get; init; }

    /// <summary>The Ruby gems to install.</summary>
    public OptionalList<string> Gem { get; init; }

    /// <summary>The Go modules to install.</summary>
    public OptionalList<string> Go { get; init; }

    /// <summary>The Node.js packages to install.</summary>
    public OptionalList<string> Npm { get; init; }

    /// <summary>The Python packages to install.</summary>
    public OptionalList<string> Pip { get; init; }
}
