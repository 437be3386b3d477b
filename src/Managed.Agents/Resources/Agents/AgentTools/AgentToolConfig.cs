using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The configuration of one built-in tool. It overrides the default of the toolset.</summary>
[JsonConverter(typeof(UnionConverter<AgentToolConfig>))]
public abstract record AgentToolConfig : ApiObject, IApiUnion<AgentToolConfig>, IUnionMember
{
    private static readonly UnionVariants<AgentToolConfig> Variants = new(
        "name",
        static raw => new UnknownAgentToolConfig(raw),
        ("bash", typeof(BashToolConfig)),
        ("edit", typeof(EditToolConfig)),
        ("read", typeof(ReadToolConfig)),
        ("write", typeof(WriteToolConfig)),
        ("glob", typeof(GlobToolConfig)),
        ("grep", typeof(GrepToolConfig)),
        ("web_fetch", typeof(WebFetchToolConfig)),
        ("web_search", typeof(WebSearchToolConfig)));

    private protected AgentToolConfig()
    {
    }

    /// <summary>The type of the configuration on the wire, which is the name of the tool. A request can omit it, so use <see cref="Name"/>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    /// <summary>The name of the tool, for example <c>bash</c>.</summary>
    public string Name => this is not IUnknownVariant unknown ? Type
        : unknown.Raw.Json is { ValueKind: JsonValueKind.Object } json
            && json.TryGetProperty("name", out var name)
            && name.ValueKind == JsonValueKind.String ? name.GetString()!
        : "";

    /// <summary>Whether the agent has the tool; <see langword="null"/> uses the default of the toolset.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The permission policy for calls of the tool; <see langword="null"/> uses the default of the toolset.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }

    static UnionVariants<AgentToolConfig> IApiUnion<AgentToolConfig>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Returns the setting that enables or disables a tool of this name.</summary>
    internal static AgentToolConfig ForTool(string name, bool enabled, string parameter) => name switch
    {
        "bash" => new BashToolConfig { Enabled = enabled },
        "edit" => new EditToolConfig { Enabled = enabled },
        "read" => new ReadToolConfig { Enabled = enabled },
        "write" => new WriteToolConfig { Enabled = enabled },
        "glob" => new GlobToolConfig { Enabled = enabled },
        "grep" => new GrepToolConfig { Enabled = enabled },
        "web_fetch" => new WebFetchToolConfig { Enabled = enabled },
        "web_search" => new WebSearchToolConfig { Enabled = enabled },
        _ => throw new ArgumentException($"'{name}' is not a built-in tool. The built-in tools are {string.Join(", ", Variants.All.Select(static variant => variant.Name))}.", parameter),
    };
}

/// <summary>The configuration of <c>bash</c>, which runs commands in the sandbox.</summary>
public sealed record BashToolConfig : AgentToolConfig;

/// <summary>The configuration of <c>edit</c>, which changes part of a file.</summary>
public sealed record EditToolConfig : AgentToolConfig;

/// <summary>The configuration of <c>read</c>, which reads files. Skills require this tool.</summary>
public sealed record ReadToolConfig : AgentToolConfig;

/// <summary>The configuration of <c>write</c>, which writes whole files.</summary>
public sealed record WriteToolConfig : AgentToolConfig;

/// <summary>The configuration of <c>glob</c>, which finds files by name.</summary>
public sealed record GlobToolConfig : AgentToolConfig;

/// <summary>The configuration of <c>grep</c>, which searches the content of files.</summary>
public sealed record GrepToolConfig : AgentToolConfig;
