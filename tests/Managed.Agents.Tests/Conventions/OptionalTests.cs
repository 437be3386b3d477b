using System.Reflection;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Each field of an update is left out, cleared or set. The converters stand in a table, in which none may be missing.</summary>
public sealed class OptionalTests
{
    public static TheoryData<string, string> Fields { get; } = Rule.Pairs(
        from type in Surface.Models
        from property in Surface.Properties(type)
        where IsOptional(property.PropertyType)
        select (type.FullName!, property.Name));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_is_left_out_cleared_or_set(string typeName, string propertyName)
    {
        var type = typeof(ApiObject).Assembly.GetType(typeName, throwOnError: true)!;
        var property = type.GetProperty(propertyName)!;
        var wireName = JsonNamingPolicy.SnakeCaseLower.ConvertName(propertyName);

        Write(type, property, null).TryGetProperty(wireName, out _).ShouldBeFalse();
        Write(type, property, Cleared(property.PropertyType)).GetProperty(wireName).ValueKind.ShouldBe(JsonValueKind.Null);
        Write(type, property, Sample.Of(property.PropertyType)).GetProperty(wireName).ValueKind.ShouldNotBe(JsonValueKind.Null);
    }

    [Fact]
    public void No_optional_field_stands_outside_of_the_models() =>
        Rule.Holds(
            "Optional is for fields of requests.",
            from type in Surface.Types
            where !type.IsAssignableTo(typeof(ApiObject))
            from property in Surface.Properties(type)
            where IsOptional(property.PropertyType)
            select $"{Surface.NameOf(type)}.{property.Name}");

    private static JsonElement Write(Type type, PropertyInfo property, object? value)
    {
        var request = Sample.Fresh(type);
        if (value is not null)
        {
            property.SetValue(request, value);
        }

        return JsonSerializer.SerializeToElement(request, ManagedAgentsJson.Options.GetTypeInfo(type));
    }

    private static object Cleared(Type type) => type.GetGenericTypeDefinition() == typeof(Optional<>)
        ? Activator.CreateInstance(type, [null])!
        : type.GetMethod("op_Implicit", [type.GenericTypeArguments[0].MakeArrayType()])!.Invoke(null, [null])!;

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Optional<>) || definition == typeof(OptionalList<>));
}
