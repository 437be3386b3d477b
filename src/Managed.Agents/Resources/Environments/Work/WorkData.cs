using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>The task of a work item.</summary>
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

    /// <summary>The type of the task on the wire: <c>session</c> or <c>healthcheck</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WorkData> IApiUnion<WorkData>.Variants => Variants;

    /// <summary>The value to use when the API omits the field.</summary>
    internal static WorkData Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The id of the object that the work refers to.</summary>
    public string Id { get; init => field = value ?? ""; } = "";
}

/// <summary>Runs the tools of a session. <see cref="WorkData.Id"/> is the id of the session (<c>sesn_…</c>).</summary>
public sealed record SessionWork : WorkData;

/// <summary>Checks that a worker is running. Acknowledge the item and do nothing else; the id has no meaning for a worker.</summary>
public sealed record HealthCheckWork : WorkData;
