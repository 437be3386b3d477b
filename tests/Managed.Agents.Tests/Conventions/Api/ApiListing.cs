using System.Reflection;
using System.Text;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>Writes the public API of an assembly as C# without bodies, ordered by name.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Write(IReadOnlyList<Type> types)
    {
        var text = new StringBuilder();
        foreach (var group in types.GroupBy(static type => type.Namespace, StringComparer.Ordinal))
        {
            text.Append($"\nnamespace {group.Key}\n{{\n");
            text.AppendJoin('\n', group.Select(static type => WriteType(type, "    ")));
            text.Append("}\n");
        }

        return text.ToString();
    }

    private static string WriteType(Type type, string indent)
    {
        var text = new StringBuilder();
        foreach (var attribute in AttributeText.Of(type.GetCustomAttributesData()))
        {
            text.Append($"{indent}{attribute}\n");
        }

        text.Append($"{indent}{Header(type)}");
        var members = IsDelegate(type) ? [] : type.IsEnum ? EnumMembers(type) : Members(type);
        if (members.Count == 0)
        {
            return text.Append(IsDelegate(type) ? "\n" : ";\n").ToString();
        }

        text.Append($"\n{indent}{{\n");
        foreach (var member in members)
        {
            text.AppendJoin('\n', member.TrimEnd('\n').Split('\n').Select(line => $"{indent}    {line}")).Append('\n');
        }

        return text.Append($"{indent}}}\n").ToString();
    }

    private static string Header(Type type)
    {
        var parameters = type.IsGenericType ? type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).ToList() : [];
        var name = TypeText.Declared(type.Name, parameters);
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"public delegate {TypeText.Of(invoke.ReturnParameter)} {name}({MemberText.Parameters(invoke.GetParameters())}){TypeText.Constraints(parameters)};";
        }

        var bases = Bases(type).ToList();
        return $"public {Kind(type)} {name}{(bases.Count > 0 ? $" : {string.Join(", ", bases)}" : "")}{TypeText.Constraints(parameters)}";
    }

    private static string Kind(Type type)
    {
        var record = IsRecord(type) ? "record" : "";
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsValueType)
        {
            return $"{(Has(type, "IsReadOnlyAttribute") ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(record.Length > 0 ? "record " : "")}struct";
        }

        var kind = record.Length > 0 ? record : "class";
        return type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? $"abstract {kind}" : type.IsSealed ? $"sealed {kind}" : kind;
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type is { IsClass: true, BaseType: { } parent } && parent.FullName != "System.Object")
        {
            yield return TypeText.Of(parent);
        }

        if (type.IsEnum)
        {
            yield break;
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var all = type.GetInterfaces().Where(static one => one.IsVisible).ToList();
        var direct = all.Where(one => !inherited.Contains(one) && !all.Exists(other => other != one && other.GetInterfaces().Contains(one)));
        foreach (var one in direct.Select(TypeText.Of).Where(one => !IsRecord(type) || one != $"IEquatable<{TypeText.Of(type)}>").Order(StringComparer.Ordinal))
        {
            yield return one;
        }
    }

    private static List<string> EnumMembers(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => $"{field.Name} = {field.GetRawConstantValue()},")];

    private static List<string> Members(Type type)
    {
        var isRecord = IsRecord(type);
        var accessors = type.GetProperties(Declared).SelectMany(static property => property.GetAccessors(nonPublic: true))
            .Concat(type.GetEvents(Declared).SelectMany(static raised => new[] { raised.AddMethod!, raised.RemoveMethod! })).ToHashSet();
        var constructors = type.GetConstructors(Declared).Where(constructor => IsShown(constructor, type, isRecord) && !constructor.IsStatic).Select(static one => (one.Name, Line(one, MemberText.Of(one))));
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || (!type.IsSealed && field.IsFamily)).Select(static one => (one.Name, Line(one, MemberText.Of(one))));
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(accessor => IsShown(accessor, type, isRecord: false)) && property.Name != "EqualityContract").Select(static one => (one.Name, Line(one, MemberText.Of(one))));
        var events = type.GetEvents(Declared).Where(static one => MemberText.IsVisible(one.AddMethod)).Select(static one => (one.Name, Line(one, MemberText.Of(one))));
        var methods = type.GetMethods(Declared).Where(method => !accessors.Contains(method) && IsShown(method, type, isRecord)).Select(static one => (one.Name, Line(one, MemberText.Of(one))));
        var nested = type.GetNestedTypes(Declared).Where(static one => one.IsNestedPublic && !one.Name.Contains('<', StringComparison.Ordinal))
            .OrderBy(static one => one.Name, StringComparer.Ordinal).Select(static one => WriteType(one, ""));
        return [.. Sorted(constructors), .. Sorted(fields), .. Sorted(properties), .. Sorted(events), .. Sorted(methods), .. nested];
    }

    private static string Line(MemberInfo member, string declaration)
    {
        var attributes = AttributeText.Of(member.GetCustomAttributesData());
        var returned = member is MethodInfo method ? AttributeText.Of(method.ReturnParameter.GetCustomAttributesData(), "return: ") : [];
        return string.Concat(attributes.Concat(returned).Select(static attribute => $"{attribute} ")) + declaration;
    }

    private static IEnumerable<string> Sorted(IEnumerable<(string Name, string Line)> members) =>
        members.OrderBy(static member => member.Name, StringComparer.Ordinal).ThenBy(static member => member.Line, StringComparer.Ordinal).Select(static member => member.Line);

    /// <summary>Whether a method is listed. Members that the compiler generates for a record are not.</summary>
    private static bool IsShown(MethodBase method, Type type, bool isRecord) =>
        (method.IsPublic || (!type.IsSealed && MemberText.IsVisible(method)))
        && !method.Name.Contains('<', StringComparison.Ordinal)
        && !(isRecord && Has(method, "CompilerGeneratedAttribute"));

    private static bool IsRecord(Type type) =>
        type.GetMethods(Declared).Any(method => method.Name == "<Clone>$" || (type.IsValueType && method.Name == "PrintMembers" && method.IsPrivate));

    private static bool IsDelegate(Type type) => type.BaseType?.FullName == "System.MulticastDelegate";

    private static bool Has(MemberInfo member, string attribute) => member.GetCustomAttributesData().Any(one => one.AttributeType.Name == attribute);
}
