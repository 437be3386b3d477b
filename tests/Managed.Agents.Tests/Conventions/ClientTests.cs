using System.Reflection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Clients can be mocked without an interface.</summary>
public sealed class ClientTests
{
    [Fact]
    public void Clients_can_be_derived_from()
    {
        Surface.Clients.Count.ShouldBeGreaterThan(5);
        Rule.Holds(
            "A client is not sealed and has a parameterless constructor for derived classes.",
            Surface.Clients.Where(static type => type.IsSealed || !HasConstructorForMocks(type)).Select(Surface.NameOf));
    }

    [Fact]
    public void Members_of_clients_can_be_overridden() =>
        Rule.Holds(
            "Public methods and properties of a client are virtual.",
            from type in Surface.Clients
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where !method.IsVirtual || (method.IsFinal && method.Name != nameof(IDisposable.Dispose))
            select $"{Surface.NameOf(type)}.{method.Name}");

    [Fact]
    public void Only_ManagedAgentsClient_has_public_constructors() =>
        Rule.Holds(
            "A client of a resource has no public constructor.",
            Surface.Clients.Where(static type => type != typeof(ManagedAgentsClient) && type.GetConstructors().Length > 0).Select(Surface.NameOf));

    private static bool HasConstructorForMocks(Type type) =>
        type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, []) is { } constructor
        && (constructor.IsFamily || constructor.IsPublic);
}
