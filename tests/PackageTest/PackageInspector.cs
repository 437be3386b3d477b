using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PackageTest;

/// <summary>Checks the files, metadata, dependencies, assemblies and symbols of a package.</summary>
internal sealed class PackageInspector(string folder, string id, string commit)
{
    private const string Repository = "https://github.com/managed-agents/managed-agents-dotnet";

    private static readonly string[] Targets = ["net10.0", "net8.0"];

    /// <summary>The kind of the SourceLink JSON in a portable PDB.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The packages it may depend on.</summary>
    public required IReadOnlyCollection<string> Dependencies { get; init; }

    /// <summary>The shared frameworks it depends on.</summary>
    public IReadOnlyCollection<string> Frameworks { get; init; } = [];

    /// <summary>The analyzers in it.</summary>
    public IReadOnlyCollection<string> Analyzers { get; init; } = [];

    /// <summary>The size that its assembly must not reach, in bytes.</summary>
    public long MaximumBytes { get; init; } = long.MaxValue;

    public IEnumerable<string> Problems() => [.. Found().Select(problem => $"{id}: {problem}")];

    private IEnumerable<string> Found()
    {
        using var package = Open("nupkg");
        using var symbols = Open("snupkg");
        foreach (var problem in MetadataProblems(package).Concat(FileProblems(package)).Concat(PageProblems(package)))
        {
            yield return problem;
        }

        foreach (var target in Targets)
        {
            foreach (var problem in AssemblyProblems(package, symbols, target))
            {
                yield return $"{target}: {problem}";
            }
        }
    }

    private IEnumerable<string> FileProblems(ZipArchive package)
    {
        var expected = Targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" }).Append("README.md").Append("icon.png")
            .Concat(Analyzers.Select(static analyzer => $"analyzers/dotnet/cs/{analyzer}.dll")).ToList();
        var actual = package.Entries.Select(static entry => entry.FullName)
            .Where(static name => !name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml").ToList();
        foreach (var missing in expected.Except(actual))
        {
            yield return $"{missing} is missing.";
        }

        foreach (var unexpected in actual.Except(expected))
        {
            yield return $"{unexpected} is not expected.";
        }

        if (package.GetEntry("icon.png") is { } icon && PngSize(icon) != (128, 128))
        {
            yield return "icon.png is not a PNG file of 128 by 128 pixels.";
        }

        foreach (var empty in package.Entries.Where(entry => expected.Contains(entry.FullName) && entry.Length < 200))
        {
            yield return $"{empty.FullName} is almost empty.";
        }
    }

    /// <summary>The readme is shown outside of the repository, so relative links do not work there; HTML is not rendered.</summary>
    private IEnumerable<string> PageProblems(ZipArchive package)
    {
        if (package.GetEntry("README.md") is not { } entry)
        {
            yield break;
        }

        using var reader = new StreamReader(entry.Open());
        var page = reader.ReadToEnd();
        if (page.ReplaceLineEndings("\n").Split('\n')[0] != $"# {id}")
        {
            yield return "README.md is not the readme of this package.";
        }

        foreach (var link in Regex.Matches(page, @"\]\((?!https://|#)[^)]*\)").Select(static match => match.Value))
        {
            yield return $"README.md has the relative link {link}.";
        }

        foreach (var tag in Regex.Matches(page, "</?(table|tr|td|th|br|details|summary|img|p|div)\\b").Select(static match => match.Value).Distinct())
        {
            yield return $"README.md has the HTML tag {tag}>.";
        }
    }

    private IEnumerable<string> MetadataProblems(ZipArchive package)
    {
        using var stream = package.GetEntry($"{id}.nuspec")!.Open();
        var root = XDocument.Load(stream).Root!;
        var metadata = root.Element(root.Name.Namespace + "metadata")!;
        XElement? Element(string name) => metadata.Element(root.Name.Namespace + name);

        if (Element("license") is not { Value: "MIT" } license || license.Attribute("type")?.Value != "expression")
        {
            yield return "The license is not the expression MIT.";
        }

        foreach (var name in new[] { "description", "authors", "tags", "copyright" }.Where(name => string.IsNullOrWhiteSpace(Element(name)?.Value)))
        {
            yield return $"It has no {name}.";
        }

        foreach (var (name, value) in new[] { ("readme", "README.md"), ("icon", "icon.png"), ("projectUrl", Repository), ("releaseNotes", $"{Repository}/blob/main/CHANGELOG.md") }.Where(one => Element(one.Item1)?.Value != one.Item2))
        {
            yield return $"The {name} is not {value}.";
        }

        var repository = Element("repository");
        if (repository?.Attribute("type")?.Value != "git" || repository.Attribute("url")?.Value != Repository)
        {
            yield return $"The repository is not {Repository}.";
        }

        if (commit.Length > 0 && repository?.Attribute("commit")?.Value != commit)
        {
            yield return $"The commit of the repository is not {commit}.";
        }

        var groups = Element("dependencies")?.Elements().ToList() ?? [];
        if (!groups.Select(static group => group.Attribute("targetFramework")?.Value).Order().SequenceEqual(Targets.Order()))
        {
            yield return $"The dependency groups are not {string.Join(" and ", Targets)}.";
        }

        foreach (var name in groups.Elements().Select(static dependency => dependency.Attribute("id")!.Value).Distinct().Except(Dependencies))
        {
            yield return $"It depends on {name}, which is not expected.";
        }

        var frameworks = (Element("frameworkReferences")?.Descendants() ?? []).Select(static one => one.Attribute("name")?.Value).OfType<string>().Distinct().ToList();
        if (!frameworks.Order().SequenceEqual(Frameworks.Order()))
        {
            yield return $"It requires the shared frameworks '{string.Join(", ", frameworks)}' instead of '{string.Join(", ", Frameworks)}'.";
        }
    }

    private IEnumerable<string> AssemblyProblems(ZipArchive package, ZipArchive symbols, string target)
    {
        var image = Read(package, $"lib/{target}/{id}.dll");
        using var assembly = new PEReader(new MemoryStream(image));
        var metadata = assembly.GetMetadataReader();
        var mvid = metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        if (image.Length >= MaximumBytes)
        {
            yield return $"The assembly has {image.Length:N0} bytes; fewer than {MaximumBytes:N0} are allowed.";
        }

        if (!assembly.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned) || metadata.GetAssemblyDefinition().PublicKey.IsNil)
        {
            yield return "The assembly is not strong-named.";
        }

        var debug = assembly.ReadDebugDirectory();
        if (!debug.Any(static entry => entry.Type == DebugDirectoryEntryType.Reproducible))
        {
            yield return "The build of the assembly is not deterministic.";
        }

        using var pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(symbols, $"lib/{target}/{id}.pdb")));
        var symbolReader = pdb.GetMetadataReader();
        var codeView = assembly.ReadCodeViewDebugDirectoryData(debug.First(static entry => entry.Type == DebugDirectoryEntryType.CodeView));
        if (new BlobContentId(symbolReader.DebugMetadataHeader!.Id).Guid != codeView.Guid)
        {
            yield return "The symbols are from another build.";
        }

        var sources = symbolReader.Documents.Select(one => symbolReader.GetString(symbolReader.GetDocument(one).Name));
        if (sources.FirstOrDefault(static path => !path.StartsWith("/_", StringComparison.Ordinal)) is { } path)
        {
            yield return $"The symbols contain a path of the build machine: {path}.";
        }

        if (commit.Length > 0 && !SourceLinkOf(symbolReader).Contains($"/{commit}/*", StringComparison.Ordinal))
        {
            yield return $"The symbols do not link to the sources of commit {commit}.";
        }

        if (target == "net10.0" && Assembly.Load(id).ManifestModule.ModuleVersionId != mvid)
        {
            yield return "The restored assembly is from another build than the packed one.";
        }

        Console.WriteLine($"{id} for {target}: {image.Length:N0} bytes.");
    }

    private static string SourceLinkOf(MetadataReader symbols) => string.Concat(
        from handle in symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
        let information = symbols.GetCustomDebugInformation(handle)
        where symbols.GetGuid(information.Kind) == SourceLink
        select Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)));

    private static (int Width, int Height) PngSize(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var header = new byte[24];
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header.AsSpan(1, 3).SequenceEqual("PNG"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20)))
            : default;
    }

    private static byte[] Read(ZipArchive archive, string name)
    {
        using var stream = (archive.GetEntry(name) ?? throw new FileNotFoundException($"{name} is missing.")).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private ZipArchive Open(string extension) =>
        ZipFile.OpenRead(Directory.EnumerateFiles(folder, $"{id}.*.{extension}").Single(file => char.IsDigit(Path.GetFileName(file)[id.Length + 1])));
}
