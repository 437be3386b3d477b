using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Docs;

/// <summary>The snippets of the webhook documentation compile.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_snippet_of_the_page_is_compiled()
    {
        var page = Blocks().Matches(Read("docs/webhooks.md")).Select(static match => Normalize(match.Groups["code"].Value)).ToList();
        var compiled = Regions().Matches(Read("tests/Managed.Agents.AspNetCore.Tests/Docs/WebhookSnippets.cs")).Select(static match => Normalize(match.Groups["code"].Value)).ToList();

        compiled.Count.ShouldBe(5);
        page.ShouldBe(compiled, ignoreOrder: true);
    }

    private static string Normalize(string code) =>
        string.Join('\n', code.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0));

    private static string Read(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Managed.Agents.sln")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex("#region [^\n]*\n(?<code>.*?)#endregion", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Regions();
}
