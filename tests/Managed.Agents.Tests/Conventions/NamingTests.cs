using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Names follow the same rules in every client and model.</summary>
public sealed partial class NamingTests
{
    [Fact]
    public void Awaitable_methods_end_in_Async() =>
        Rule.Holds("A method with an awaitable result ends in Async.", OwnMethods().Where(static method => IsAwaited(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Describe));

    [Fact]
    public void Methods_that_end_in_Async_are_awaitable() =>
        Rule.Holds("A method that ends in Async has an awaitable result.", OwnMethods().Where(static method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAwaited(method.ReturnType) && !IsSequence(method.ReturnType) && method.ReturnType.GetMethod("GetAwaiter") is null).Select(Describe));

    [Fact]
    public void Asynchronous_methods_take_an_optional_token_last()
    {
        var methods = OwnMethods().Where(static method => IsAwaited(method.ReturnType)).ToList();
        methods.ShouldNotBeEmpty();
        Rule.Holds(
            "The last parameter is CancellationToken cancellationToken = default.",
            methods.Where(method => !TakesToken(method) && !HasOverloadWithOptionalToken(method)).Select(Describe));
    }

    [Fact]
    public void Ids_are_spelled_Id() =>
        Rule.Holds("A name contains Id, not ID.", Names().Where(static name => UpperCaseId().IsMatch(name.Name)).Select(static name => $"{name.Place}: {name.Name}"));

    [Fact]
    public void Every_type_is_in_a_namespace_of_its_package_or_extends_a_framework() =>
        Rule.Holds(
            "A namespace begins with the name of the package, except for extension methods of a framework.",
            Surface.Types.Where(static type => !$"{type.Namespace}.".StartsWith($"{type.Assembly.GetName().Name}.", StringComparison.Ordinal) && !type.Name.EndsWith("Extensions", StringComparison.Ordinal))
                .Select(static type => type.FullName!));

    [Fact]
    public void No_two_types_have_the_same_simple_name() =>
        Rule.Holds(
            "The simple names of public types are unique.",
            Surface.Types.Where(static type => !type.IsNested).GroupBy(static type => type.Name, StringComparer.Ordinal)
                .Where(static group => group.Count() > 1).Select(static group => string.Join(" and ", group)));

    private static IEnumerable<MethodInfo> OwnMethods() =>
        from type in Surface.Types
        from method in Surface.Members(type).OfType<MethodInfo>()
        where !method.IsSpecialName && method.GetBaseDefinition().DeclaringType == type && !Implements(type, method)
        select method;

    private static bool Implements(Type type, MethodInfo method) =>
        !type.IsInterface && type.GetInterfaces().Any(one => type.GetInterfaceMap(one).TargetMethods.Contains(method));

    private static bool IsAwaited(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(AsyncPageable<>)))
        || type == typeof(SessionEventFeed) || type == typeof(SessionTurn);

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static bool TakesToken(MethodInfo method) =>
        method.GetParameters() is [.., { Name: "cancellationToken", HasDefaultValue: true } last] && last.ParameterType == typeof(CancellationToken);

    private static bool HasOverloadWithOptionalToken(MethodInfo method) =>
        method.GetParameters() is [.., { Name: "cancellationToken" }]
        && method.DeclaringType!.GetMethods().Any(other => other != method && other.Name == method.Name && TakesToken(other));

    private static IEnumerable<(string Place, string Name)> Names() =>
        from type in Surface.Types
        from member in (IEnumerable<MemberInfo>)[type, .. Surface.Members(type)]
        from name in (IEnumerable<string>)[member.Name, .. (member as MethodBase)?.GetParameters().Select(static parameter => parameter.Name ?? "") ?? []]
        select (Surface.NameOf(type), name);

    private static string Describe(MethodInfo method) => $"{Surface.NameOf(method.DeclaringType!)}.{method}";

    [GeneratedRegex("ID(?![a-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UpperCaseId();
}
