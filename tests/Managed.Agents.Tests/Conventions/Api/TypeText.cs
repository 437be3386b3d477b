using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>Writes types as C#, without namespaces.</summary>
internal static class TypeText
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Void"] = "void",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Double"] = "double",
        ["System.Decimal"] = "decimal",
    };

    public static string Of(Type type) => Of(type, NullableFlags.None);

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, NullableFlags.Of(parameter));

    public static string Of(PropertyInfo property) => Of(property.PropertyType, NullableFlags.Of(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, NullableFlags.Of(field));

    public static string Of(EventInfo raised) => Of(raised.EventHandlerType!, NullableFlags.Of(raised));

    /// <summary>Writes the name of a type or method with its type parameters.</summary>
    public static string Declared(string name, IEnumerable<Type> parameters) =>
        parameters.Any() ? $"{name.Split('`')[0]}<{string.Join(", ", parameters.Select(Variance))}>" : name;

    /// <summary>Writes the constraints of type parameters, or an empty text.</summary>
    public static string Constraints(IEnumerable<Type> parameters)
    {
        var clauses = parameters.Select(static parameter => (parameter.Name, Rules: Rules(parameter).ToList())).Where(static clause => clause.Rules.Count > 0);
        return string.Concat(clauses.Select(static clause => $" where {clause.Name} : {string.Join(", ", clause.Rules)}"));
    }

    private static string Of(Type type, NullableFlags flags)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, flags);
        }

        if (type is { IsValueType: true, IsGenericType: true } && type.GetGenericTypeDefinition().FullName == "System.Nullable`1")
        {
            return $"{Of(type.GenericTypeArguments[0], flags)}?";
        }

        // Non-generic value types have no flag.
        var mark = (!type.IsValueType || type.IsGenericType) && flags.NextIsNullable() ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, flags)}[]{mark}";
        }

        var arguments = type.IsGenericType ? new Queue<string>(type.GetGenericArguments().Select(argument => Of(argument, flags)).ToList()) : [];
        return Named(type, arguments) + mark;
    }

    private static string Named(Type type, Queue<string> arguments)
    {
        if (Keywords.TryGetValue(type.FullName ?? "", out var keyword))
        {
            return keyword;
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? $"{Named(type.DeclaringType!, arguments)}." : "";
        var parts = type.Name.Split('`');
        var own = parts.Length > 1 ? Enumerable.Range(0, int.Parse(parts[1])).Select(_ => arguments.Dequeue()).ToList() : [];
        return $"{outer}{parts[0]}{(own.Count > 0 ? $"<{string.Join(", ", own)}>" : "")}";
    }

    private static string Variance(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => $"out {parameter.Name}",
            GenericParameterAttributes.Contravariant => $"in {parameter.Name}",
            _ => parameter.Name,
        };

    private static IEnumerable<string> Rules(Type parameter)
    {
        var special = parameter.GenericParameterAttributes;
        var isStruct = special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        if (isStruct)
        {
            yield return "struct";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(static constraint => constraint.FullName != "System.ValueType"))
        {
            yield return Of(constraint);
        }

        if (special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }
    }
}
