using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The documentation of public members is informative. The compiler checks that it exists.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Packages { get; } = [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_public_type_is_documented(string package)
    {
        var documented = Members(package).Select(static member => member.Name).ToHashSet(StringComparer.Ordinal);
        Rule.Holds(
            "A public type has a summary.",
            Assembly.Load(package).GetExportedTypes().Select(static type => $"T:{type.FullName!.Replace('+', '.')}").Where(name => !documented.Contains(name)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_documentation_element_is_empty(string package) =>
        Rule.Holds(
            "A documentation element has text.",
            from member in Members(package)
            from part in member.Element.Elements()
            where part.Name.LocalName is not ("inheritdoc" or "seealso" or "include") && !Text(part).Any(char.IsLetterOrDigit)
            select $"{member.Name}: <{part.Name.LocalName}>{Text(part)}");

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_summary_is_a_placeholder(string package) =>
        Rule.Holds(
            "A summary is a sentence of its own that ends with a period.",
            from member in Members(package)
            let summary = member.Element.Element("summary")
            where summary is not null && (Filler().IsMatch(Text(summary)) || !Text(summary).TrimEnd(')').EndsWith('.'))
            select $"{member.Name}: {Text(summary)}");

    private static IEnumerable<(string Name, XElement Element)> Members(string package) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{package}.xml")).Descendants("member")
            .Where(static member => !member.Attribute("name")!.Value.Contains("System.Text.RegularExpressions.Generated", StringComparison.Ordinal))
            .Where(static member => !member.Attribute("name")!.Value.Contains("Configuration.Binder.SourceGeneration", StringComparison.Ordinal))
            .Select(static member => (member.Attribute("name")!.Value, member));

    private static string Text(XElement element)
    {
        // A reference counts as the name that it shows.
        var words = element.DescendantNodes().Select(static node => node switch
        {
            XText text => text.Value,
            XElement { FirstNode: null } reference => (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value,
            _ => null,
        });
        return Space().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"^(The [a-z]+ (class|property)\.|TODO|TBD|\.)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filler();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
