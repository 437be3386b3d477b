using System.Reflection;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Each optional field of an update can be omitted, cleared or set, which requires a converter for each value type.</summary>
public sealed class OptionalTests
{
    public static TheoryData<string, string> Fields { get; } = Rule.Pairs(
        from type in Surface.Models
        from property in Surface.Properties(type)
        where IsOptional(property.PropertyType)
        select (type.FullName!, property.Name));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_is_omitted_cleared_or_set(string typeName, string propertyName)
    {
        var type = typeof(ApiObject).Assembly.GetType(typeName, throwOnError: true)!;
        var property = type.GetProperty(propertyName)!;
        var wireName = JsonNamingPolicy.SnakeCaseLower.ConvertName(propertyName);

        Write(type, property, null).TryGetProperty(wireName, out _).ShouldBeFalse();
        Write(type, property, Cleared(property.PropertyType)).GetProperty(wireName).ValueKind.ShouldBe(JsonValueKind.Null);
        Write(type, property, Sample.Of(property.PropertyType)).GetProperty(wireName).ValueKind.ShouldNotBe(JsonValueKind.Null);
    }

    [Fact]
    public void Only_models_have_optional_fields() =>
        Rule.Holds(
            "Optional and OptionalList are used only in request models.",
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
