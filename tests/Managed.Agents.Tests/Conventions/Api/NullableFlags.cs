using System.Collections.ObjectModel;
using System.Reflection;

namespace Managed.Agents.Tests.Conventions.Api;

/// <summary>The nullable annotations of a type and of its type arguments, in the order in which C# writes them.</summary>
internal sealed class NullableFlags
{
    private const byte Annotated = 2;

    private readonly byte[] _flags;
    private int _next;

    private NullableFlags(params byte[] flags) => _flags = flags;

    /// <summary>The flags of a type without annotations, for example a base type.</summary>
    public static NullableFlags None => new(0);

    public static NullableFlags Of(ParameterInfo parameter) => Of(parameter.GetCustomAttributesData(), parameter.Member);

    public static NullableFlags Of(MemberInfo member) => Of(member.GetCustomAttributesData(), member.DeclaringType);

    /// <summary>Reads the next flag and returns whether the type is written with a question mark.</summary>
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
