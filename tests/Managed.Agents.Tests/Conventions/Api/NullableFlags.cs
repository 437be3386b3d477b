using System.Collections.ObjectModel;
using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>What the compiler noted about the nullability of one type and its type arguments, in the order in which they are written.</summary>
internal sealed class NullableFlags
{
    private const byte Annotated = 2;

    private readonly byte[] _flags;
    private int _next;

    private NullableFlags(params byte[] flags) => _flags = flags;

    /// <summary>For types that have no annotations of their own, such as bases.</summary>
    public static NullableFlags None => new(0);

    public static NullableFlags Of(ParameterInfo parameter) => Of(parameter.GetCustomAttributesData(), parameter.Member);

    public static NullableFlags Of(MemberInfo member) => Of(member.GetCustomAttributesData(), member.DeclaringType);

    /// <summary>Whether the next type in order is followed by a question mark.</summary>
    public bool NextIsNullable() => (_flags.Length == 1 ? _flags[0] : _flags[_next++]) == Annotated;

    private static NullableFlags Of(IEnumerable<CustomAttributeData> attributes, MemberInfo? scope)
    {
        if (Find(attributes, "NullableAttribute") is { } own)
        {
            return new(own.Value is ReadOnlyCollection<CustomAttributeTypedArgument> flags ? [.. flags.Select(static flag => (byte)flag.Value!)] : [(byte)own.Value!]);
        }

        for (; scope is not null; scope = scope.DeclaringType)
        {
            if (Find(scope.GetCustomAttributesData(), "NullableContextAttribute") is { } shared)
            {
                return new((byte)shared.Value!);
            }
        }

        return None;
    }

    private static CustomAttributeTypedArgument? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.Name == name)?.ConstructorArguments[0];
}
