using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Unions are open: what a later version of the API adds arrives as the unknown kind, and each kind has one name.</summary>
public sealed class UnionTests
{
    public static TheoryData<string> Unions { get; } = [.. Surface.Unions.Select(static type => type.Name)];

    [Theory]
    [MemberData(nameof(Unions))]
    public void Has_a_type_and_a_public_unknown_kind_with_its_JSON(string name)
    {
        var union = Find(name);
        union.GetProperty("Type").ShouldNotBeNull().PropertyType.ShouldBe(typeof(string));
        var unknown = Surface.Models.Where(type => UnionOf(type) == union && type.Name.StartsWith("Unknown", StringComparison.Ordinal)).ShouldHaveSingleItem();
        unknown.GetProperty("Json").ShouldNotBeNull().PropertyType.ShouldBe(typeof(JsonElement));
        unknown.GetProperty("Problem").ShouldNotBeNull().PropertyType.ShouldBe(typeof(string));
        unknown.GetConstructor([typeof(JsonElement)]).ShouldNotBeNull("Tests of user code make unknown kinds.");
    }

    [Theory]
    [MemberData(nameof(Unions))]
    public void Hands_out_what_it_does_not_know_and_writes_it_back(string name)
    {
        var info = ManagedAgentsJson.Options.GetTypeInfo(Find(name));
        const string json = """{"new_field":[1],"type":"invented_tomorrow"}""";

        var value = JsonSerializer.Deserialize(json, info);

        value.ShouldNotBeNull().GetType().Name.ShouldStartWith("Unknown");
        value.GetType().GetProperty("Type")!.GetValue(value).ShouldBe("invented_tomorrow");
        JsonSerializer.Serialize(value, info).ShouldBe(json);
    }

    [Theory]
    [MemberData(nameof(Unions))]
    public void Names_each_kind_once_and_forgets_none(string name)
    {
        var union = Find(name);
        var variants = Surface.Variants(union);

        variants.Select(static variant => variant.Name).ShouldBeUnique();
        variants.ShouldAllBe(variant => variant.Type.IsAssignableTo(union) && variant.Type.IsSealed);
        Surface.Models.Where(type => UnionOf(type) == union && !IsNeverOnTheWire(type))
            .Except(variants.Select(static variant => variant.Type))
            .ShouldBeEmpty("These kinds have no name on the wire.");
    }

    /// <summary>The nearest union above a type: one union can be part of another.</summary>
    private static Type? UnionOf(Type type)
    {
        var ancestor = type.BaseType;
        while (ancestor is not null && !Surface.Unions.Contains(ancestor))
        {
            ancestor = ancestor.BaseType;
        }

        return ancestor;
    }

    private static Type Find(string name) => Surface.Unions.Single(type => type.Name == name);

    /// <summary>The kinds that stand for what could not be told apart, or not even be read.</summary>
    private static bool IsNeverOnTheWire(Type type) =>
        type.Name.StartsWith("Unknown", StringComparison.Ordinal) || type == typeof(UnreadableSessionEvent);
}
