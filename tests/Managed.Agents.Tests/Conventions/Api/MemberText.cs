using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>Writes members as C# declarations without bodies.</summary>
internal static class MemberText
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
    };

    public static bool IsVisible(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    public static string Of(FieldInfo field)
    {
        var modifiers = field.IsLiteral ? "const " : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Required(field)}";
        var value = field.IsLiteral ? $" = {AttributeText.Constant(field.GetRawConstantValue(), field.FieldType)}" : "";
        return $"{(field.IsPublic ? "public" : "protected")} {modifiers}{TypeText.Of(field)} {field.Name}{value};";
    }

    public static string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var widest = accessors.OrderByDescending(static accessor => accessor.IsPublic).First();
        var parameters = property.GetIndexParameters();
        var name = parameters.Length > 0 ? $"this[{Parameters(parameters)}]" : property.Name;
        return $"{Modifiers(widest)}{Required(property)}{TypeText.Of(property)} {name} {{ {string.Concat(accessors.OrderBy(static accessor => accessor.ReturnType.FullName == "System.Void").Select(accessor => $"{Access(accessor, widest)}{Keyword(accessor)}; "))}}}";
    }

    public static string Of(EventInfo raised) => $"{Modifiers(raised.AddMethod!)}event {TypeText.Of(raised)} {raised.Name};";

    public static string Of(ConstructorInfo constructor) =>
        $"{Modifiers(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor.GetParameters())});";

    public static string Of(MethodInfo method)
    {
        var extended = method.GetCustomAttributesData().Any(static attribute => attribute.AttributeType.Name == "ExtensionAttribute") ? "this " : "";
        var parameters = $"({extended}{Parameters(method.GetParameters())})";
        var type = TypeText.Of(method.ReturnParameter);
        var generic = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        return method.Name switch
        {
            "op_Implicit" => $"public static implicit operator {type}{parameters};",
            "op_Explicit" => $"public static explicit operator {type}{parameters};",
            _ when Operators.TryGetValue(method.Name, out var symbol) => $"public static {type} operator {symbol}{parameters};",
            _ => $"{Modifiers(method)}{type} {TypeText.Declared(method.Name, generic)}{parameters}{TypeText.Constraints(generic)};",
        };
    }

    public static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var attributes = string.Concat(AttributeText.Of(parameter.GetCustomAttributesData()).Select(static attribute => $"{attribute} "));
        var isParams = parameter.GetCustomAttributesData().Any(static attribute => attribute.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute");
        var kind = !parameter.ParameterType.IsByRef ? (isParams ? "params " : "") : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var value = parameter.HasDefaultValue ? $" = {AttributeText.Constant(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{attributes}{kind}{TypeText.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodBase method)
    {
        var inInterface = method.DeclaringType!.IsInterface;
        var access = inInterface ? "" : method.IsPublic ? "public " : method.IsFamilyOrAssembly ? "protected internal " : "protected ";
        var isStatic = method.IsStatic ? "static " : "";
        if (!method.IsVirtual || (inInterface && !method.IsStatic))
        {
            return access + isStatic;
        }

        var isNew = method.Attributes.HasFlag(MethodAttributes.NewSlot) || method.IsStatic;
        var dispatch = method.IsAbstract ? (isNew ? "abstract " : "abstract override ")
            : isNew ? (method.IsFinal ? "" : "virtual ")
            : method.IsFinal ? "sealed override "
            : "override ";
        return access + isStatic + dispatch;
    }

    private static string Access(MethodInfo accessor, MethodInfo widest) => accessor.IsPublic == widest.IsPublic ? "" : "protected ";

    private static string Keyword(MethodInfo accessor) =>
        accessor.ReturnType.FullName != "System.Void" ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(static modifier => modifier.Name == "IsExternalInit") ? "init"
        : "set";

    private static string Required(MemberInfo member) =>
        member.GetCustomAttributesData().Any(static attribute => attribute.AttributeType.Name == "RequiredMemberAttribute") ? "required " : "";
}
