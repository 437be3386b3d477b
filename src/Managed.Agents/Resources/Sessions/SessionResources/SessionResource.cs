using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A resource that the agent of a session can use: a file, a repository or a memory store.</summary>
[JsonConverter(typeof(UnionConverter<SessionResource>))]
public abstract record SessionResource : ApiObject, IApiUnion<SessionResource>, IUnionMember
{
    private static readonly UnionVariants<SessionResource> Variants = new(
        static raw => new UnknownSessionResource(raw),
        ("file", typeof(FileResource)),
        ("github_repository", typeof(GitHubRepositoryResource)),
        ("memory_store", typeof(MemoryStoreResource)))
    {
        Secrets = ["authorization_token"],
    };

    private protected SessionResource()
    {
    }

    /// <summary>The type on the wire, for example <c>file</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionResource> IApiUnion<SessionResource>.Variants => Variants;

    internal sealed override string WireType => Type;
}
