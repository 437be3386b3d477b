using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Unions are open: a variant that a later version of the API adds is read as the unknown variant.</summary>
public sealed class UnionTests
{
    public static TheoryData<string> Unions { get; } = [.. Surface.Unions.Select(static type => type.Name)];

    [Theory]
    [MemberData(nameof(Unions))]
    public void Has_a_type_and_a_public_unknown_variant_with_its_JSON(string name)
    {
        var union = Find(name);
        union.GetProperty("Type").ShouldNotBeNull().PropertyType.ShouldBe(typeof(string));
        var unknown = Surface.Models.Where(type => UnionOf(type) == union && type.Name.StartsWith("Unknown", StringComparison.Ordinal)).ShouldHaveSingleItem();
        unknown.GetProperty("Json").ShouldNotBeNull().PropertyType.ShouldBe(typeof(JsonElement));
        unknown.GetProperty("Problem").ShouldNotBeNull().PropertyType.ShouldBe(typeof(string));
        unknown.GetConstructor([typeof(JsonElement)]).ShouldNotBeNull("Tests of user code create unknown variants.");
    }

    [Theory]
    [MemberData(nameof(Unions))]
    public void Reads_an_unknown_variant_and_writes_it_back(string name)
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
    public void Registers_each_variant_under_one_wire_name(string name)
    {
        var union = Find(name);
        var variants = Surface.Variants(union);

        variants.Select(static variant => variant.Name).ShouldBeUnique();
        variants.ShouldAllBe(variant => variant.Type.IsAssignableTo(union) && variant.Type.IsSealed);
        Surface.Models.Where(type => UnionOf(type) == union && !IsNeverOnTheWire(type))
            .Except(variants.Select(static variant => variant.Type))
            .ShouldBeEmpty("These variants have no wire name.");
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

    /// <summary>Whether a variant represents JSON that is unknown or unreadable.</summary>
    private static bool IsNeverOnTheWire(Type type) =>
        type.Name.StartsWith("Unknown", StringComparison.Ordinal) || type == typeof(UnreadableSessionEvent);
}
