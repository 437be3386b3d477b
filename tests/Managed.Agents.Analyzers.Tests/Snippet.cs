using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;

namespace Managed.Agents.Analyzers.Tests;

/// <summary>A piece of user code. What is between <c>[|</c> and <c>|]</c> must be reported.</summary>
internal static partial class Snippet
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Checks the statements of a method that has a client, a result, a position and a cancellation token.</summary>
    public static Task VerifyStatementsAsync(string rule, string statements) => VerifyAsync(
        rule,
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Managed.Agents;

        internal class User(ManagedAgentsClient client, TurnOptions options)
        {
            private SessionTurn _field;

            public async Task RunAsync(TurnResult result, SessionPosition position, CancellationToken token)
            {
                await Task.Yield();
                {{statements}}
            }

            private static void Take(object value) => Console.WriteLine(value);

            private Task<SessionTurn> TurnAsync() => Task.FromResult(_field);
        }
        """);

    /// <summary>Checks a file.</summary>
    public static async Task VerifyAsync(string rule, string marked)
    {
        var expected = new List<TextSpan>();
        var code = marked;
        while (Marked().Match(code) is { Success: true } match)
        {
            expected.Add(new TextSpan(match.Index, match.Groups["code"].Length));
            code = code[..match.Index] + match.Groups["code"].Value + code[(match.Index + match.Length)..];
        }

        var compilation = CSharpCompilation.Create(
            "User", [CSharpSyntaxTree.ParseText(code)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();

        var analyzers = ImmutableArray.Create<DiagnosticAnalyzer>(new EnumerationAnalyzer(), new PositionAnalyzer());
        var actual = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        actual.Select(found => $"{found.Id} {found.Severity}: {code.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)}").Order(StringComparer.Ordinal)
            .ShouldBe(expected.Select(span => $"{rule} Warning: {code.Substring(span.Start, span.Length)}").Order(StringComparer.Ordinal));
        actual.Select(static found => found.Location.SourceSpan).ShouldBe(expected, ignoreOrder: true);
    }

    [GeneratedRegex(@"\[\|(?<code>.*?)\|\]", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
