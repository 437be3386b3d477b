using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Comments, messages, test names and documents are plain technical English.</summary>
public sealed partial class EnglishTests
{
    /// <summary>Phrases that are always wrong, as regular expressions of whole words, and what to write instead.</summary>
    private static readonly (string Phrase, string Instead)[] Phrases =
    [
        ("all the same", "anyway, or nothing"),
        ("and (its|their) kin", "the names"),
        ("as it stands", "currently, or nothing"),
        ("bells?", "webhook"),
        ("by itself", "automatically"),
        ("c[ao]mes? to rest", "becomes idle"),
        ("came of (it|a|an|the)", "the result of"),
        ("comes of (it|a|an|the)", "the result of"),
        ("ends the (call|wait|reading)", "A token to cancel the operation."),
        ("for ever", "indefinitely"),
        ("for good", "permanently"),
        ("gets? to hear|got to hear", "is notified"),
        ("gives? (a )?signs?", "sends an event"),
        ("hands? (it |them )?(out|over)|handed (out|over)|handing (out|over)", "returns, passes"),
        ("how manieth|manieth", "the number of, starting at 1"),
        ("in good order", "cleanly"),
        ("is none of the", "is not one of the"),
        ("(?<!there )is no (valid )?(answer|api error|address|base64|class|client|date|error|event|file|folder|function|id|identifier|json|key|list|name|number|object|path|position|record|schema|secret|session|signature|skill|text|time|token|tool|turn|type|uri|url|value|webhook)", "is not a valid"),
        ("kept back|keeps? back|held back", "is not sent yet"),
        ("last words?", "the final event"),
        ("left alone", "is unchanged"),
        ("lest", "so that … not"),
        ("makes one", "Initializes a new instance. Intended for tests."),
        ("makes an? unknown", "Creates an … from JSON, for example in a test."),
        ("of its own accord", "automatically"),
        ("of unknown many", "(length unknown)"),
        ("rings|rang", "sends a webhook"),
        ("signs? of life", "keep-alive"),
        ("since when", "when … started"),
        ("that nothing repairs", "unrecoverable"),
        ("therein|thereof|thereon|whereof|wherein", "of it"),
        ("unknown many", "(length unknown)"),
        ("up to now", "so far"),
        ("what (came|becomes|became) of", "the result of"),
        ("whom|whoever|whomever", "the user that, who"),
    ];

    /// <summary>Where a phrase is right: the file, the phrase as it is written there, the reason.</summary>
    private static readonly (string File, string Text, string Reason)[] Exceptions =
    [
        ("tests/Managed.Agents.Tests/Conventions/EnglishTests.cs", "", "It lists the phrases."),
    ];

    private static readonly Regex Wrong = new(
        $"(?<![\\w-])({string.Join('|', Phrases.Select(static entry => $"(?:{entry.Phrase})"))})(?![\\w-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Compiled,
        TimeSpan.FromSeconds(10));

    [Fact]
    public void No_text_has_a_phrase_that_is_always_wrong() =>
        Rule.Holds("Replace the phrase as suggested. If it is right in a place, add the place to the exceptions of this test.", Files().SelectMany(Violations));

    [Theory]
    [InlineData("/// <summary>Ends the call.</summary>", "Ends the call")]
    [InlineData("// The session went on\n    /// for\n    /// good.", "for good")]
    [InlineData("public void It_closes_by_itself()", "by itself")]
    [InlineData("\"The text 'x' is no <c>key</c>.\"", "is no key")]
    [InlineData("There is no key.", null)]
    [InlineData("foreverywhere", null)]
    public void Phrases_are_found_across_lines_tags_and_underscores(string text, string? phrase) =>
        Wrong.Matches(Normalized(text).Text).Select(static match => match.Value).ShouldBe(phrase is null ? [] : [phrase]);

    [Fact]
    public void Every_exception_is_needed() =>
        Rule.Holds(
            "An exception names a file and a phrase in it.",
            Exceptions.Where(static one => !File.Exists(Repository.PathOf(one.File)) || !Wrong.IsMatch(Normalized(File.ReadAllText(Repository.PathOf(one.File))).Text))
                .Select(static one => $"{one.File}: {one.Text}"));

    private static IEnumerable<string> Files() =>
        new[] { "src", "tests", "samples", "docs" }.SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root))
            .Where(static file => Path.GetExtension(file) is ".cs" or ".md" && !Repository.RelativePath(file).Split('/').Any(static part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Violations(string file)
    {
        var name = Repository.RelativePath(file);
        var (text, lines) = Normalized(File.ReadAllText(file));
        return from match in Wrong.Matches(text)
               where !Exceptions.Any(one => one.File == name && match.Value.Contains(one.Text, StringComparison.OrdinalIgnoreCase))
               let line = lines.FindLastIndex(start => start <= match.Index) + 1
               select $"{name}:{line}: \"{match.Value}\": {InsteadOf(match.Value)}";
    }

    private static string InsteadOf(string found) =>
        Phrases.First(entry => Regex.IsMatch(found, $"^(?:{entry.Phrase})$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))).Instead;

    /// <summary>Removes comment signs, XML tags and underscores, so that a phrase is found across lines and in names of tests.</summary>
    private static (string Text, List<int> Lines) Normalized(string content)
    {
        var text = new StringBuilder();
        var lines = new List<int>();
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n'))
        {
            lines.Add(text.Length);
            var words = CommentSign().Replace(line, "");
            words = Tag().Replace(words, " ").Replace('_', ' ');
            text.AppendJoin(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append(' ');
        }

        return (text.ToString(), lines);
    }

    [GeneratedRegex(@"^\s*(///?|\*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentSign();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
