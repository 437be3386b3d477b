using System.Text;

namespace Managed.Agents;

/// <summary>A folder in the tree of memory paths. See <see cref="MemoriesClient.GetTreeAsync"/>.</summary>
public sealed class MemoryFolder
{
    private readonly SortedDictionary<string, MemoryFolder> _folders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Memory> _memories = new(StringComparer.Ordinal);

    private MemoryFolder(string path) => Path = path;

    /// <summary>The path, which ends in <c>/</c>. Can be used as <see cref="MemoryListOptions.PathPrefix"/>.</summary>
    public string Path { get; }

    /// <summary>The last segment of the path; empty for the root.</summary>
    public string Name => Path.TrimEnd('/')[(Path.TrimEnd('/').LastIndexOf('/') + 1)..];

    /// <summary>The direct subfolders, sorted by name.</summary>
    public IReadOnlyCollection<MemoryFolder> Folders => _folders.Values;

    /// <summary>The memories directly in this folder, sorted by name.</summary>
    public IReadOnlyCollection<Memory> Memories => _memories.Values;

    /// <summary>Arranges memories as a tree of folders.</summary>
    /// <param name="memories">The memories. Those that are not below the prefix are ignored.</param>
    /// <param name="pathPrefix">The path of the resulting folder, which must end in <c>/</c>.</param>
    /// <returns>The folder at the prefix, with everything below it.</returns>
    public static MemoryFolder Arrange(IEnumerable<Memory> memories, string pathPrefix = "/")
    {
        ArgumentNullException.ThrowIfNull(memories);
        ArgumentException.ThrowIfNullOrEmpty(pathPrefix);
        var root = new MemoryFolder(pathPrefix);
        foreach (var memory in memories)
        {
            if (memory.Path.StartsWith(pathPrefix, StringComparison.Ordinal))
            {
                root.Add(memory);
            }
        }

        return root;
    }

    /// <summary>Returns all memories in this folder and its subfolders.</summary>
    /// <returns>The memories: those of a folder first, then those of its subfolders, sorted by name.</returns>
    public IEnumerable<Memory> AllMemories() => Memories.Concat(Folders.SelectMany(static folder => folder.AllMemories()));

    /// <summary>Returns the tree as text, with one name per line, indented by level. Folder names end in <c>/</c>.</summary>
    /// <returns>The lines of the tree.</returns>
    public override string ToString() => Print(new StringBuilder(), 0).ToString();

    private void Add(Memory memory)
    {
        var folder = this;
        var start = Path.Length;
        for (var end = memory.Path.IndexOf('/', start); end >= 0; end = memory.Path.IndexOf('/', start))
        {
            var name = memory.Path[start..end];
            if (!folder._folders.TryGetValue(name, out var next))
            {
                next = new MemoryFolder(memory.Path[..(end + 1)]);
                folder._folders.Add(name, next);
            }

            folder = next;
            start = end + 1;
        }

        folder._memories[memory.Path[start..]] = memory;
    }

    private StringBuilder Print(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2).Append(Name).Append('/').Append('\n');
        foreach (var folder in Folders)
        {
            folder.Print(text, depth + 1);
        }

        foreach (var name in _memories.Keys)
        {
            text.Append(' ', (depth + 1) * 2).Append(name).Append('\n');
        }

        return text;
    }
}
