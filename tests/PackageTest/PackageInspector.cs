using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PackageTest;

/// <summary>Looks into a package: what it brings, what it needs, how it was built.</summary>
internal sealed class PackageInspector(string folder, string id)
{
    private static readonly string[] Targets = ["net10.0", "net8.0"];

    /// <summary>The packages it may depend on.</summary>
    public required IReadOnlyCollection<string> Dependencies { get; init; }

    /// <summary>The shared frameworks it depends on.</summary>
    public IReadOnlyCollection<string> Frameworks { get; init; } = [];

    /// <summary>How large its assembly may be.</summary>
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
        var expected = Targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" }).Append("README.md").ToList();
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

        foreach (var empty in package.Entries.Where(entry => expected.Contains(entry.FullName) && entry.Length < 200))
        {
            yield return $"{empty.FullName} has next to nothing in it.";
        }
    }

    /// <summary>The page is shown outside of the repository, where its files are not, and without HTML.</summary>
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
            yield return "README.md is not the page of this package.";
        }

        foreach (var link in Regex.Matches(page, @"\]\((?!https://|#)[^)]*\)").Select(static match => match.Value))
        {
            yield return $"README.md has the link {link}, which leads nowhere outside of the repository.";
        }

        foreach (var tag in Regex.Matches(page, "</?(table|tr|td|th|br|details|summary|img|p|div)\\b").Select(static match => match.Value).Distinct())
        {
            yield return $"README.md has the HTML tag {tag}>, which is not shown.";
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

        foreach (var name in new[] { "description", "authors", "tags", "copyright", "readme" }.Where(name => string.IsNullOrWhiteSpace(Element(name)?.Value)))
        {
            yield return $"It has no {name}.";
        }

        var groups = Element("dependencies")?.Elements().ToList() ?? [];
        if (!groups.Select(static group => group.Attribute("targetFramework")?.Value).Order().SequenceEqual(Targets.Order()))
        {
            yield return $"The groups of dependencies are not for {string.Join(" and ", Targets)}.";
        }

        foreach (var name in groups.Elements().Select(static dependency => dependency.Attribute("id")!.Value).Distinct().Except(Dependencies))
        {
            yield return $"It depends on {name}.";
        }

        var frameworks = (Element("frameworkReferences")?.Descendants() ?? []).Select(static one => one.Attribute("name")?.Value).OfType<string>().Distinct().ToList();
        if (!frameworks.Order().SequenceEqual(Frameworks.Order()))
        {
            yield return $"It needs the shared frameworks {string.Join(", ", frameworks)}.";
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
            yield return "The assembly has no strong name.";
        }

        var debug = assembly.ReadDebugDirectory();
        if (!debug.Any(static entry => entry.Type == DebugDirectoryEntryType.Reproducible))
        {
            yield return "The assembly is not built deterministically.";
        }

        using var pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(symbols, $"lib/{target}/{id}.pdb")));
        var codeView = assembly.ReadCodeViewDebugDirectoryData(debug.First(static entry => entry.Type == DebugDirectoryEntryType.CodeView));
        if (new BlobContentId(pdb.GetMetadataReader().DebugMetadataHeader!.Id).Guid != codeView.Guid)
        {
            yield return "The symbols are of another build.";
        }

        var sources = pdb.GetMetadataReader().Documents.Select(one => pdb.GetMetadataReader().GetString(pdb.GetMetadataReader().GetDocument(one).Name));
        if (sources.FirstOrDefault(static path => !path.StartsWith("/_", StringComparison.Ordinal)) is { } path)
        {
            yield return $"The symbols name a path of the machine: {path}.";
        }

        if (target == "net10.0" && Assembly.Load(id).ManifestModule.ModuleVersionId != mvid)
        {
            yield return "What was restored is another build than what was packed.";
        }

        Console.WriteLine($"{id} for {target}: {image.Length:N0} bytes.");
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
