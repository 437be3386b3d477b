using System.Text.RegularExpressions;

namespace Managed.Agents.Tests.Conventions.Generated;

/// <summary>The file of an open enum. The constants of its <c>Known</c> class are its definition, either in the file or in a <c>.Known.cs</c> file next to it.</summary>
internal static partial class OpenEnumFile
{
    private const string Comment = "// Written by GeneratedFileTests. By hand: the summary and the constants in Known.\n";

    public static IReadOnlyList<GeneratedFile> All() =>
    [
        .. from source in SourceFile.All()
           let declaration = Declaration().Match(source.Text)
           where declaration.Success
           select new GeneratedFile(source.Path, Text(source, declaration)),
    ];

    private static string Text(SourceFile source, Match declaration)
    {
        var name = declaration.Groups["name"].Value;
        var header = source.Text[..(declaration.Index + declaration.Length)].Replace(Comment, "", StringComparison.Ordinal);
        var separate = SourceFile.Read(Path.ChangeExtension(source.Path, ".Known.cs"));
        var constants = Constant().Matches(separate.Length > 0 ? separate : source.Text);
        return $$"""
            {{Comment}}{{header}}
            {
                private readonly string? _value;

                /// <summary>Initializes a new instance with a value, known or not.</summary>
                /// <param name="value">The value on the wire.</param>
                public {{name}}(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

            {{string.Concat(constants.Select(constant => Property(name, constant)))}}    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
                public string Value => _value ?? "";

                static {{name}} IOpenEnum<{{name}}>.Create(string value) => new(value);

                /// <summary>Returns the value on the wire.</summary>
                /// <returns>The <see cref="Value"/>.</returns>
                public override string ToString() => Value;
            {{(separate.Length > 0 ? "" : Known(constants))}}}

            """;
    }

    private static string Property(string type, Match constant)
    {
        var documentation = constant.Groups["documentation"].Value.Replace("        ///", "    ///", StringComparison.Ordinal);
        var name = constant.Groups["name"].Value;
        return $$"""
            {{documentation}}    public static {{type}} {{name}} { get; } = new(Known.{{name}});


            """;
    }

    private static string Known(IEnumerable<Match> constants) => $$"""

            /// <summary>The known values as constants, for <c>case</c> labels.</summary>
            public static class Known
            {
        {{string.Join('\n', constants.Select(static constant => constant.Value))}}    }

        """;

    [GeneratedRegex(@"^public readonly (partial )?record struct (?<name>\w+) : IOpenEnum<\k<name>>$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^(?<documentation>(        ///.*\n)+)        public const string (?<name>\w+) = ".*";\n""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constant();
}
