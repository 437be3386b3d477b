using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>What a work item asks for.</summary>
[JsonConverter(typeof(UnionConverter<WorkData>))]
public abstract record WorkData : ApiObject, IApiUnion<WorkData>, IUnionMember
{
    private static readonly UnionVariants<WorkData> Variants = new(
        static raw => new UnknownWorkData(raw),
        ("session", typeof(SessionWork)),
        ("healthcheck", typeof(HealthCheckWork)))
    {
        NameWhenAbsent = "healthcheck",
    };

    private protected WorkData()
    {
    }

    /// <summary>The kind on the wire: <c>session</c> or <c>healthcheck</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WorkData> IApiUnion<WorkData>.Variants => Variants;

    /// <summary>Stands in for what the API left out.</summary>
    internal static WorkData Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The id of what the work is about.</summary>
    public string Id { get; init => field = value ?? ""; } = "";
}

/// <summary>Run the tools of a session, whose id (<c>sesn_…</c>) is in <see cref="WorkData.Id"/>.</summary>
public sealed record SessionWork : WorkData;

/// <summary>Show that a worker is there: acknowledge the item and let it go. The id means nothing to a worker.</summary>
public sealed record HealthCheckWork : WorkData;
