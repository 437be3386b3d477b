using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>The attributes that change what a user may or should do.</summary>
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

    /// <summary>A constant as C# writes it.</summary>
    public static string Constant(object? value, Type type) => value switch
    {
        null => type.IsValueType && !(type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1") ? "default" : "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Type named => $"typeof({TypeText.Of(named)})",
        _ when type.IsEnum => EnumConstant(value, type),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    // What the compiler itself puts on every type with required members says nothing that "required" does not say.
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
