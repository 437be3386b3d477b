using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>How things are called, so that a user who knows one client knows all.</summary>
public sealed partial class NamingTests
{
    [Fact]
    public void Methods_that_return_a_task_or_a_list_of_the_API_end_in_Async() =>
        Rule.Holds("A method whose result is awaited ends in Async.", OwnMethods().Where(static method => IsAwaited(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Describe));

    [Fact]
    public void Methods_that_end_in_Async_are_awaited() =>
        Rule.Holds("A method that ends in Async returns something to await.", OwnMethods().Where(static method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAwaited(method.ReturnType) && !IsSequence(method.ReturnType) && method.ReturnType.GetMethod("GetAwaiter") is null).Select(Describe));

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
        Rule.Holds("It is Id, never ID.", Names().Where(static name => UpperCaseId().IsMatch(name.Name)).Select(static name => $"{name.Place}: {name.Name}"));

    [Fact]
    public void Every_type_stands_in_a_namespace_of_its_package_or_of_the_framework_it_extends() =>
        Rule.Holds(
            "Namespaces begin with the name of the package; extensions of the container stand in the container's.",
            Surface.Types.Where(static type => !$"{type.Namespace}.".StartsWith($"{type.Assembly.GetName().Name}.", StringComparison.Ordinal) && !type.Name.EndsWith("Extensions", StringComparison.Ordinal))
                .Select(static type => type.FullName!));

    [Fact]
    public void No_simple_name_belongs_to_two_types() =>
        Rule.Holds(
            "A simple name, with its number of type parameters, belongs to one public type.",
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
