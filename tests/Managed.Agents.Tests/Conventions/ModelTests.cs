using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Rules for every record of the API.</summary>
public sealed class ModelTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Models_are_sealed_or_abstract() =>
        Rule.Holds("A record is sealed or, if other records derive from it, abstract.", Surface.Types.Where(static type => type.IsAssignableTo(typeof(ApiObject)) && !type.IsSealed && !type.IsAbstract).Select(Surface.NameOf));

    [Fact]
    public void Models_are_immutable() =>
        Rule.Holds(
            "A property has no set accessor other than init.",
            from type in Surface.Types
            where type.IsAssignableTo(typeof(ApiObject))
            from property in Surface.Properties(type)
            where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{Surface.NameOf(type)}.{property.Name}");

    [Fact]
    public void Collections_of_a_new_object_are_empty_rather_than_null() =>
        Rule.Holds("A non-nullable property is not null.", Surface.Models.SelectMany(static type => NullsOf(Sample.Fresh(type), onlyCollections: true)));

    [Fact]
    public void Non_nullable_properties_are_not_null_when_the_API_omits_the_field() =>
        Rule.Holds("A non-nullable property is not null.", Surface.Models.SelectMany(static type => NullsOf(Sample.Read(type, withNulls: false))));

    [Fact]
    public void Non_nullable_properties_are_not_null_when_the_API_sends_null() =>
        Rule.Holds("A non-nullable property is not null.", Surface.Models.SelectMany(static type => NullsOf(Sample.Read(type, withNulls: true))));

    [Fact]
    public void Every_type_of_the_API_has_JSON_metadata()
    {
        var types = Surface.Types.Where(static type => type.IsAssignableTo(typeof(ApiObject)) && type != typeof(ApiObject)).Concat(Surface.OpenEnums);
        Rule.Holds("Every model, union and open enum has source-generated JSON metadata.", types.Where(static type => !IsKnown(type)).Select(Surface.NameOf));
    }

    [Fact]
    public void Every_property_of_a_model_survives_a_round_trip()
    {
        var broken = new List<string>();

        // Unknown variants are written as the JSON they were read from. Secrets are not written, so models that require one cannot be read back.
        foreach (var type in Surface.Models.Where(static type => !type.Name.StartsWith("Unknown", StringComparison.Ordinal) && !Surface.Properties(type).Any(IsRequiredSecret)))
        {
            foreach (var property in Surface.Properties(type).Where(static property => property.SetMethod is not null && property.PropertyType != typeof(SecretString) && property.Name != nameof(ApiObject.AdditionalFields)))
            {
                if (Problem(type, property) is { } problem)
                {
                    broken.Add($"{Surface.NameOf(type)}.{property.Name}: {problem}");
                }
            }
        }

        Rule.Holds("A property that is set is written to JSON and read back unchanged.", broken);
    }

    private static string? Problem(Type type, PropertyInfo property)
    {
        var written = Sample.Fresh(type);
        property.SetValue(written, Sample.Of(property.PropertyType));
        var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        try
        {
            var info = ManagedAgentsJson.Options.GetTypeInfo(type);
            var json = JsonSerializer.SerializeToElement(written, info);
            var again = JsonSerializer.SerializeToElement(json.Deserialize(info), info);
            return !json.TryGetProperty(name, out var sent) ? $"{json} lacks it"
                : !again.TryGetProperty(name, out var kept) || !JsonElement.DeepEquals(sent, kept) ? $"{json} is read back as {again}"
                : null;
        }
        catch (Exception problem) when (problem is NotSupportedException or InvalidOperationException or JsonException)
        {
            return problem.Message;
        }
    }

    private static bool IsRequiredSecret(PropertyInfo property) =>
        property.PropertyType == typeof(SecretString) && property.IsDefined(typeof(RequiredMemberAttribute));

    private static bool IsKnown(Type type)
    {
        try
        {
            return ManagedAgentsJson.Options.GetTypeInfo(type).Kind is JsonTypeInfoKind.Object || type.IsValueType || type.IsAbstract || type.Name.StartsWith("Unknown", StringComparison.Ordinal);
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static IEnumerable<string> NullsOf(object model, bool onlyCollections = false) =>
        from property in Surface.Properties(model.GetType())
        where !onlyCollections || Sample.IsCollection(property.PropertyType)
        where !property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.NotNull && property.GetValue(model) is null
        select $"{Surface.NameOf(model.GetType())}.{property.Name}";
}
