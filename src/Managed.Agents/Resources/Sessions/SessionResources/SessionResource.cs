using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Something of the outside that the agent of a session can reach: a file, a repository, a memory store.</summary>
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

    /// <summary>The resource's kind on the wire, for example <c>file</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionResource> IApiUnion<SessionResource>.Variants => Variants;

    internal sealed override string WireType => Type;
}
