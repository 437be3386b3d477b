using System.Text.RegularExpressions;

namespace Managed.Agents.Tests.Conventions.Generated;

/// <summary>
/// The file of a serializer context. Its list has the types of the folder of the context and of the folders below that have no context of
/// their own, except for the variants of unions that have no fields of their own: their metadata comes from the union.
/// </summary>
internal static partial class SerializerContextFile
{
    /// <summary>The context of the events that every session emits. Its list is chosen by hand, and no other context lists these types.</summary>
    private const string StreamContext = "SessionStreamJson";

    private const string Comment = "// The attributes for types of this library are written by GeneratedFileTests.\n";

    /// <summary>The folders whose types are in a context of another folder.</summary>
    private static readonly Dictionary<string, string> ContextOfFolder = new(StringComparer.Ordinal)
    {
        ["Content"] = "CommonTypesJson",
        ["Errors"] = "CommonTypesJson",
        ["Paging"] = "CommonTypesJson",
        ["Primitives"] = "CommonTypesJson",
        ["Resources/Sessions/Inputs"] = "SessionEventsJson",
        ["Resources/Sessions/Usage"] = "SessionEventsJson",
        ["Running"] = "SessionEventsJson",
    };

    public static IReadOnlyList<GeneratedFile> All()
    {
        var sources = SourceFile.All();
        var contexts = sources.Select(static source => (Source: source, Name: Context().Match(source.Text).Groups["name"].Value)).Where(static context => context.Name.Length > 0).ToList();
        var stream = contexts.Single(static context => context.Name == StreamContext);
        contexts.Remove(stream);

        var contextOfFolder = new Dictionary<string, string>(ContextOfFolder, StringComparer.Ordinal);
        foreach (var context in contexts)
        {
            contextOfFolder.Add(context.Source.Folder, context.Name);
        }

        var streamed = Attribute().Matches(stream.Source.Text).Select(static attribute => attribute.Groups["type"].Value).ToHashSet(StringComparer.Ordinal);
        var withoutOwnFields = sources.SelectMany(static source => VariantWithoutOwnFields().Matches(source.Text)).Select(static variant => variant.Groups["type"].Value).ToHashSet(StringComparer.Ordinal);
        var serialized = typeof(ApiObject).Assembly.GetTypes().Where(IsSerialized).Select(static type => type.FullName!).ToHashSet(StringComparer.Ordinal);
        var types = (from source in sources
                     from Match declaration in TypeDeclaration().Matches(source.Text)
                     let name = declaration.Groups["name"].Value
                     where serialized.Contains($"{source.Namespace}.{name}")
                     select (Name: name, Context: ContextOf(source.Folder, contextOfFolder))).ToLookup(static type => type.Context, static type => type.Name);
        return [.. contexts.Select(context => new GeneratedFile(context.Source.Path, Text(context.Source.Text, types[context.Name].Where(name => !streamed.Contains(name) && !withoutOwnFields.Contains(name)))))];
    }

    private static string Text(string current, IEnumerable<string> types)
    {
        var attributes = Attribute().Matches(current);
        var list = types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static type => $"[JsonSerializable(typeof({type}))]\n")
            .Concat(attributes.Where(static attribute => IsForeign(attribute.Groups["type"].Value)).Select(static attribute => attribute.Value));
        var start = attributes[0].Index;
        var end = attributes[^1].Index + attributes[^1].Length;
        return $"{Comment}{current[..start].Replace(Comment, "", StringComparison.Ordinal)}{string.Concat(list)}{current[end..]}";
    }

    private static string ContextOf(string folder, Dictionary<string, string> contextOfFolder)
    {
        for (var current = folder; current.Length > 0; current = Path.GetDirectoryName(current)!.Replace('\\', '/'))
        {
            if (contextOfFolder.TryGetValue(current, out var context))
            {
                return context;
            }
        }

        throw new InvalidOperationException($"The types of the folder {folder} have no serializer context. Add one to the folder, or add the folder to {nameof(ContextOfFolder)}.");
    }

    private static bool IsSerialized(Type type) =>
        (type.IsAssignableTo(typeof(ApiObject)) && type != typeof(ApiObject))
        || Surface.OpenEnums.Contains(type)
        || type == typeof(SessionPosition);

    private static bool IsForeign(string type) =>
        !Array.Exists(typeof(ApiObject).Assembly.GetTypes(), own => own.Name == type);

    [GeneratedRegex("^internal sealed partial class (?<name>\\w+) : JsonSerializerContext;$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Context();

    [GeneratedRegex(@"^\[JsonSerializable\(typeof\((?<type>.+)\)\)\]\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\bWithoutOwnFields<(?<type>\w+)>\(""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariantWithoutOwnFields();

    [GeneratedRegex(@"^(public|internal) ([a-z]+ )*(class|record|struct) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeDeclaration();
}
