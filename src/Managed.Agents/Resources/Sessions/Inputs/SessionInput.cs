using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>
/// An input to a session: a message, an interrupt, an answer to a tool call or an outcome. A string converts to a
/// <see cref="UserMessage"/>.
/// </summary>
[JsonConverter(typeof(UnionConverter<SessionInput>))]
public abstract record SessionInput : ApiObject, IApiUnion<SessionInput>, IUnionMember
{
    private static readonly UnionVariants<SessionInput> Variants = new(
        static raw => new UnknownSessionInput(raw),
        ("user.message", typeof(UserMessage)),
        ("user.custom_tool_result", typeof(UserCustomToolResult)),
        ("user.tool_confirmation", typeof(UserToolConfirmation)),
        ("user.tool_result", typeof(UserToolResult)),
        ("user.interrupt", typeof(UserInterrupt)),
        ("user.define_outcome", typeof(UserDefineOutcome)),
        ("system.message", typeof(SystemMessage)));

    private protected SessionInput()
    {
    }

    /// <summary>The type on the wire, for example <c>user.message</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionInput> IApiUnion<SessionInput>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Creates a user message.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator SessionInput(string text) => FromText(text);

    /// <summary>Creates a user message.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A <see cref="UserMessage"/>.</returns>
    public static SessionInput FromText(string text) => new UserMessage(text);
}
