using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The agents that the agent of a session can delegate to, resolved when the session was created.</summary>
[JsonConverter(typeof(UnionConverter<SessionMultiagent>))]
public abstract record SessionMultiagent : ApiObject, IApiUnion<SessionMultiagent>, IUnionMember
{
    private static readonly UnionVariants<SessionMultiagent> Variants = new(
        static raw => new UnknownSessionMultiagent(raw),
        ("multiagent_20261001", typeof(SessionMultiagentCapabilities)),
        ("coordinator", typeof(SessionMultiagentCoordinator)));

    private protected SessionMultiagent()
    {
    }

    /// <summary>The type on the wire, for example <c>coordinator</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionMultiagent> IApiUnion<SessionMultiagent>.Variants => Variants;

    internal sealed override string WireType => Type;
}
