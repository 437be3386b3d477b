using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>
/// Combines the source-generated metadata of all resources and adds the rules that all API objects share: snake_case names, <c>type</c>
/// first, omitted fields, preserved unknown fields, and secrets that are written only in requests.
/// </summary>
internal sealed class ApiTypeResolver(bool writeSecrets, IJsonTypeInfoResolver first, Func<IJsonTypeInfoResolver[]> others) : IJsonTypeInfoResolver
{
    private readonly bool _writeSecrets = writeSecrets;
    private IJsonTypeInfoResolver[]? _others;

    /// <summary>Returns the caller's options if they contain this resolver, otherwise <see cref="ManagedAgentsJson.Options"/>.</summary>
    public static JsonSerializerOptions OptionsFor(JsonSerializerOptions options)
    {
        foreach (var resolver in options.TypeInfoResolverChain)
        {
            if (resolver is ApiTypeResolver)
            {
                return options;
            }
        }

        return ManagedAgentsJson.Options;
    }

    /// <summary>Whether options write secrets. Only the options for requests do.</summary>
    public static bool WritesSecrets(JsonSerializerOptions options)
    {
        foreach (var resolver in options.TypeInfoResolverChain)
        {
            if (resolver is ApiTypeResolver { _writeSecrets: true })
            {
                return true;
            }
        }

        return false;
    }

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var info = first.GetTypeInfo(type, options) ?? FromOthers(type, options);
        if (info?.Kind == JsonTypeInfoKind.Object && type.IsAssignableTo(typeof(ApiObject)))
        {
            Customize(info, options);
        }

        return info;
    }

    private JsonTypeInfo? FromOthers(Type type, JsonSerializerOptions options)
    {
        foreach (var context in _others ??= others())
        {
            if (context.GetTypeInfo(type, options) is { } info)
            {
                return info;
            }
        }

        return null;
    }

    private void Customize(JsonTypeInfo info, JsonSerializerOptions options)
    {
        var isUnionMember = info.Type.IsAssignableTo(typeof(IUnionMember));
        var rename = options.PropertyNamingPolicy != JsonNamingPolicy.SnakeCaseLower;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            if (property.Get is null && property.Set is null)
            {
                // Properties that are ignored by attribute are still listed, and their names could conflict.
                info.Properties.RemoveAt(i);
                continue;
            }

            if (rename)
            {
                property.Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            }

            if (property.PropertyType == typeof(IReadOnlyList<SessionContentBlock>))
            {
                property.CustomConverter = ContentLists;
            }

            if (property.PropertyType == typeof(SecretString))
            {
                property.CustomConverter = _writeSecrets ? RevealedSecret : null;
                property.ShouldSerialize = _writeSecrets ? IsPresent : Never;
            }
            else if (isUnionMember && property.Name == "id" && !property.IsRequired)
            {
                // Some events have no id. It is read as an empty string and not written.
                property.ShouldSerialize = IsNotEmpty;
            }
            else if (!property.IsRequired)
            {
                property.ShouldSerialize = IsWritten(property.PropertyType) ?? property.ShouldSerialize;
            }
        }

        if (!info.Properties.Any(static property => property.Name == "type"))
        {
            info.Properties.Insert(0, TypeProperty(isUnionMember, options));
        }

        info.Properties.Add(AdditionalFieldsProperty(options));
    }

    private static readonly ContentListConverter ContentLists = new();

    private static readonly RevealedSecretConverter RevealedSecret = new();

    private static readonly Func<object, object?, bool> IsPresent = static (_, value) => value is not null;

    private static readonly Func<object, object?, bool> Never = static (_, _) => false;

    private static readonly Func<object, object?, bool> IsSpecified = static (_, value) => ((IOptional)value!).IsSpecified;

    private static readonly Func<object, object?, bool> IsDefined = static (_, value) => ((JsonElement)value!).ValueKind != JsonValueKind.Undefined;

    private static readonly Func<object, object?, bool> IsNotEmpty = static (_, value) => value switch
    {
        null or "" or ICollection { Count: 0 } => false,
        IEnumerable items => items.GetEnumerator().MoveNext(),
        _ => true,
    };

    private static readonly Func<object, object?, bool> IsNamed = static (_, value) => value?.ToString() is { Length: > 0 };

    private static Func<object, object?, bool>? IsWritten(Type type)
    {
        if (!type.IsValueType)
        {
            return type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? IsNotEmpty : IsPresent;
        }

        if (type.IsAssignableTo(typeof(IOptional)))
        {
            return IsSpecified;
        }

        if (type == typeof(JsonElement))
        {
            return IsDefined;
        }

        return Nullable.GetUnderlyingType(type) is not null ? IsPresent
            : type.IsPrimitive || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) ? null
            : IsNamed;
    }

    private static JsonPropertyInfo TypeProperty(bool isUnionMember, JsonSerializerOptions options)
    {
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<string>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(ApiObject),
            PropertyName = nameof(ApiObject.WireType),
            JsonPropertyName = "type",
            Getter = static value => WrittenType((ApiObject)value),
            Setter = isUnionMember ? null : static (value, type) => KeepUnexpectedType((ApiObject)value, type),
        });
        property.ShouldSerialize = IsPresent;
        return property;
    }

    private static string? WrittenType(ApiObject value) =>
        value.AdditionalFieldsBag?.ContainsKey("type") == true ? null : value.WireType;

    private static void KeepUnexpectedType(ApiObject value, string? type)
    {
        if (type is not null && type != value.WireType)
        {
            value.AdditionalFieldsBag ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            value.AdditionalFieldsBag["type"] = JsonSerializer.SerializeToElement(type, WireJson.Options.GetTypeInfo(typeof(string)));
        }
    }

    private static JsonPropertyInfo AdditionalFieldsProperty(JsonSerializerOptions options)
    {
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<IDictionary<string, JsonElement>>
        {
            IsProperty = true,
            IsPublic = true,
            IsExtensionData = true,
            DeclaringType = typeof(ApiObject),
            PropertyName = nameof(ApiObject.AdditionalFieldsBag),
            Getter = static value => ((ApiObject)value).AdditionalFieldsBag!,
            Setter = static (value, bag) => ((ApiObject)value).AdditionalFieldsBag = bag,
        });
        return property;
    }
}
