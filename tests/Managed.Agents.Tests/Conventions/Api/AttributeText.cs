using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>Writes the attributes that matter to a user of an API.</summary>
internal static class AttributeText
{
    private static readonly string[] Shown =
    [
        "CollectionBuilderAttribute", "EditorBrowsableAttribute", "ExperimentalAttribute", "FlagsAttribute", "MaybeNullWhenAttribute",
        "MemberNotNullWhenAttribute", "NotNullIfNotNullAttribute", "NotNullWhenAttribute", "ObsoleteAttribute", "OverloadResolutionPriorityAttribute",
        "RequiresDynamicCodeAttribute", "RequiresUnreferencedCodeAttribute", "SetsRequiredMembersAttribute", "StringSyntaxAttribute",
    ];

    public static IEnumerable<string> Of(IEnumerable<CustomAttributeData> attributes, string target = "") =>
        attributes.Where(IsShown).Select(attribute => $"[{target}{Text(attribute)}]").Order(StringComparer.Ordinal);

    /// <summary>Writes a constant as C#.</summary>
    public static string Constant(object? value, Type type) => value switch
    {
        null => type.IsValueType && !(type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1") ? "default" : "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Type named => $"typeof({TypeText.Of(named)})",
        _ when type.IsEnum => EnumConstant(value, type),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    // The compiler adds this ObsoleteAttribute to constructors of types with required members; "required" already says it.
    private static bool IsShown(CustomAttributeData attribute) =>
        Shown.Contains(attribute.AttributeType.Name)
        && !(attribute.AttributeType.Name == "ObsoleteAttribute" && attribute.ConstructorArguments is [{ Value: string text }, ..] && text.StartsWith("Constructors of types with required members", StringComparison.Ordinal));

    private static string Text(CustomAttributeData attribute)
    {
        var name = attribute.AttributeType.Name[..^"Attribute".Length];
        var arguments = attribute.ConstructorArguments.Select(static argument => Constant(argument.Value, argument.ArgumentType))
            .Concat(attribute.NamedArguments.Select(static argument => $"{argument.MemberName} = {Constant(argument.TypedValue.Value, argument.TypedValue.ArgumentType)}"))
            .ToList();
        return arguments.Count > 0 ? $"{name}({string.Join(", ", arguments)})" : name;
    }

    private static string EnumConstant(object value, Type type)
    {
        var name = type.GetFields(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(field => Equals(field.GetRawConstantValue(), value))?.Name;
        return name is null ? $"({TypeText.Of(type)}){value}" : $"{TypeText.Of(type)}.{name}";
    }
}
