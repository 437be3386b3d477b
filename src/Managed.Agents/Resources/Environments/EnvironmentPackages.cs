namespace Managed.Agents;

/// <summary>The packages of a sandbox, by package manager, each with a version if wanted (<c>pandas==2.2.0</c>).</summary>
/// <remarks>
/// Installed in the order apt, cargo, gem, go, npm, pip, and cached per environment. With a <see cref="LimitedNetwork"/> they need
/// <see cref="LimitedNetwork.AllowPackageManagers"/>. In an update a list left out keeps what is stored.
/// </remarks>
public sealed record EnvironmentPackages : ApiObject
{
    internal override string? WireType => "packages";

    /// <summary>Packages of Ubuntu.</summary>
    public OptionalList<string> Apt { get; init; }

    /// <summary>Crates of Rust.</summary>
    public OptionalList<string> Cargo { get; init; }

    /// <summary>Gems of Ruby.</summary>
    public OptionalList<string> Gem { get; init; }

    /// <summary>Modules of Go.</summary>
    public OptionalList<string> Go { get; init; }

    /// <summary>Packages of Node.js.</summary>
    public OptionalList<string> Npm { get; init; }

    /// <summary>Packages of Python.</summary>
    public OptionalList<string> Pip { get; init; }
}
