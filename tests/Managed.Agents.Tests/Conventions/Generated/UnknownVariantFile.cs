using System.Text.RegularExpressions;

namespace Managed.Agents.Tests.Conventions.Generated;

/// <summary>The file of the unknown variant of a union, which is next to the file of the union.</summary>
internal static partial class UnknownVariantFile
{
    public static IReadOnlyList<GeneratedFile> All() =>
    [
        .. from source in SourceFile.All()
           let union = Union().Match(source.Text)
           where union.Success
           let path = Path.Combine(Path.GetDirectoryName(source.Path)!, $"{union.Groups["unknown"].Value}.cs")
           select new GeneratedFile(path, Text(source, union, SourceFile.Read(path))),
    ];

    private static string Text(SourceFile source, Match match, string current)
    {
        var union = match.Groups["union"].Value;
        var unknown = match.Groups["unknown"].Value;
        var discriminator = match.Groups["discriminator"] is { Success: true } field ? field.Value : "type";
        var subject = Subject().Match(current) is { Success: true } written ? written.Groups["subject"].Value : SubjectOf(union);
        var remarks = Remarks().Match(current).Value;
        var (experimental, import) = source.Text.Contains("\n[Experimental(PreviewFeature.DiagnosticId)]\n", StringComparison.Ordinal)
            ? ("[Experimental(PreviewFeature.DiagnosticId)]\n", "using System.Diagnostics.CodeAnalysis;\n")
            : ("", "");
        var detail = source.Text.Contains("private protected virtual string? Detail ", StringComparison.Ordinal)
            ? "\n    private protected override string Detail => _raw.Json.GetRawText();\n"
            : "";
        return $$"""
            // Written by GeneratedFileTests. By hand: the noun in the summary, the remarks, and the fields that the constructor reads.
            {{import}}using System.Text.Json;
            using System.Text.Json.Serialization;

            namespace {{source.Namespace}};

            /// <summary>{{subject}} whose type this version does not recognize, kept as received.</summary>
            {{remarks}}{{experimental}}[JsonConverter(typeof(UnknownVariantConverter<{{union}}, {{unknown}}>))]
            public sealed record {{unknown}} : {{union}}, IUnknownVariant
            {
                private readonly UnknownVariant _raw;

                /// <summary>Creates an <see cref="{{unknown}}"/> from JSON, for example in a test.</summary>
                /// <param name="json">A JSON object with a <c>{{discriminator}}</c> field.</param>
            {{Constructors(unknown, Fields().Match(current).Groups["fields"].Value)}}

                /// <summary>The object as received.</summary>
                [JsonIgnore]
                public JsonElement Json => _raw.Json;

                /// <summary>Why an object of a known type could not be read; <see langword="null"/> when the type itself is not recognized.</summary>
                [JsonIgnore]
                public string? Problem => _raw.Problem;

                UnknownVariant IUnknownVariant.Raw => _raw;
            {{detail}}}

            """;
    }

    private static string Constructors(string unknown, string fields) => fields.Length == 0
        ? $$"""
                public {{unknown}}(JsonElement json) => _raw = new UnknownVariant(json);

                internal {{unknown}}(UnknownVariant raw) => _raw = raw;
            """
        : $$"""
                public {{unknown}}(JsonElement json)
                    : this(new UnknownVariant(json))
                {
                }

                internal {{unknown}}(UnknownVariant raw)
                {
                    _raw = raw;
            {{fields}}    }
            """;

    /// <summary>The words of a name after an article: <c>ImageSource</c> is "An image source".</summary>
    private static string SubjectOf(string union)
    {
        var words = string.Join(' ', Word().Matches(union).Select(static word => word.Value.ToLowerInvariant()));
        return words[0] is 'a' or 'e' or 'i' or 'o' ? $"An {words}" : $"A {words}";
    }

    [GeneratedRegex("""UnionVariants<(?<union>\w+)> Variants = new\(\s*("(?<discriminator>\w+)",\s*)?static raw => new (?<unknown>\w+)\(raw\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Union();

    [GeneratedRegex("^/// <summary>(?<subject>.+) whose type this version does not recognize, kept as received.</summary>$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^/// <remarks>(.*\n)*?.*</remarks>\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remarks();

    [GeneratedRegex(@"^        _raw = raw;\n(?<fields>(        .*\n)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fields();

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
