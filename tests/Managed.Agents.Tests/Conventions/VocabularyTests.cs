using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>One concept has one word in every public name.</summary>
public sealed partial class VocabularyTests
{
    /// <summary>Words at the end of a name that have a replacement, and the replacement.</summary>
    private static readonly (Regex Ending, string Replacement)[] Replaced =
    [
        (TimeLimit(), "Timeout"),
        (GiveUpAfter(), "Timeout"),
        (Window(), "Timeout or Delay"),
        (Lag(), "Timeout or Delay"),
    ];

    /// <summary>How the names of store implementations begin.</summary>
    private static readonly string[] StorePrefixes = ["InMemory", "DistributedCache", "File", "Redis", "PostgreSql"];

    [Fact]
    public void Time_limits_are_named_Timeout_and_waits_are_named_Delay() =>
        Rule.Holds(
            "A limit of time is named …Timeout, a deliberate wait is named …Delay.",
            (from name in Names()
             from replaced in Replaced
             where replaced.Ending.IsMatch(name.Name)
             select $"{name.Place}: {replaced.Replacement} instead of {name.Name}")
            .Concat(
                from name in Names()
                where IsDuration(name.Type) && Limit().IsMatch(name.Name)
                select $"{name.Place}: Timeout instead of {name.Name}"));

    [Fact]
    public void Durations_are_TimeSpans() =>
        Rule.Holds("A duration is a TimeSpan and its name has no unit.", Names().Where(static name => Unit().IsMatch(name.Name) && !name.IsStatic).Select(static name => $"{name.Place}: {name.Name}"));

    [Fact]
    public void Options_of_lists_have_a_page_size()
    {
        var options = Surface.Types.Where(static type => type.IsAssignableTo(typeof(ListOptions)) || type.Name.EndsWith("ListOptions", StringComparison.Ordinal)).ToList();
        options.Count.ShouldBeGreaterThan(5);
        Rule.Holds(
            "The size of a page is named PageSize.",
            from type in options
            from property in Surface.Properties(type)
            where property.Name is "Limit" or "Count" or "Size" or "MaxResults" or "PerPage"
            select $"{Surface.NameOf(type)}.{property.Name}");
    }

    [Fact]
    public void Retry_counts_are_named_MaxRetryAttempts() =>
        Rule.Holds(
            "The number of retries is named MaxRetryAttempts.",
            from type in Surface.Types.Where(static type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            from property in Surface.Properties(type)
            where property.PropertyType == typeof(int) && RetryCount().IsMatch(property.Name) && property.Name != "MaxRetryAttempts"
            select $"{Surface.NameOf(type)}.{property.Name}");

    [Fact]
    public void Stores_are_named_after_where_they_store()
    {
        var stores = Surface.Types.Where(static type => type.IsClass && type.GetInterfaces().Any(static one => StoreInterface().IsMatch(one.Name) && one.Namespace!.StartsWith("Managed.Agents", StringComparison.Ordinal))).ToList();
        stores.Count.ShouldBeGreaterThan(3);
        Rule.Holds(
            $"The name of a store begins with {string.Join(", ", StorePrefixes)}.",
            stores.Where(static type => !StorePrefixes.Any(prefix => type.Name.StartsWith(prefix, StringComparison.Ordinal))).Select(Surface.NameOf));
    }

    [Fact]
    public void Names_contain_no_date() =>
        Rule.Holds("A name contains no date.", Names().Where(static name => Date().IsMatch(name.Name)).Select(static name => $"{name.Place}: {name.Name}"));

    [Fact]
    public void Serializer_types_are_in_a_namespace_of_their_own()
    {
        var folder = Repository.SourceFiles("src", "Managed.Agents", "Serialization").Select(static file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal);
        folder.ShouldNotBeEmpty();
        Rule.Holds(
            "A type that only the serializer uses is in the namespace Managed.Agents.Serialization.",
            from type in Surface.Types
            where !type.IsNested && type.Assembly == typeof(ManagedAgentsClient).Assembly
            where folder.Contains(type.Name.Split('`')[0]) || type.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonConverter)) || type.IsAssignableTo(typeof(IJsonTypeInfoResolver))
            where type.Namespace != "Managed.Agents.Serialization"
            select type.FullName!);
    }

    private static IEnumerable<(string Place, string Name, Type? Type, bool IsStatic)> Names() =>
        from type in Surface.Types
        from member in (IEnumerable<MemberInfo>)[type, .. Surface.Members(type)]
        where member is not MethodBase { IsSpecialName: true, IsConstructor: false }
        from name in Parameters(member).Select(static parameter => (parameter.Name ?? "", (Type?)parameter.ParameterType)).Prepend((member.Name, TypeOf(member)))
        select (Place(type, member), name.Item1.Split('`')[0], name.Item2, member is FieldInfo { IsStatic: true });

    private static string Place(Type type, MemberInfo member) =>
        member is Type ? Surface.NameOf(type) : $"{Surface.NameOf(type)}.{member.Name}";

    private static ParameterInfo[] Parameters(MemberInfo member) => (member as MethodBase)?.GetParameters() ?? [];

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        _ => null,
    };

    private static bool IsDuration(Type? type) => type == typeof(TimeSpan) || type == typeof(TimeSpan?);

    [GeneratedRegex("[tT]imeLimit", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeLimit();

    [GeneratedRegex("([gG]iveUpAfter|GraceTime|ShutdownTime)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GiveUpAfter();

    [GeneratedRegex("(^w|[a-z0-9]W)indow$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Window();

    [GeneratedRegex("(^l|^L|[a-z0-9]L)ag$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lag();

    [GeneratedRegex("(^l|L)imit$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();

    [GeneratedRegex("(^s|S)econds$|(^m|M)illiseconds$|(^m|M)inutes$|Ms$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unit();

    [GeneratedRegex("Retr(y|ies)|Attempts$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RetryCount();

    [GeneratedRegex("^I.*(Store|Deduplicator)(`1)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StoreInterface();

    [GeneratedRegex("[0-9]{8}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
