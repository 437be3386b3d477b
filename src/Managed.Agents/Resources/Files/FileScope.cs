namespace Managed.Agents;

/// <summary>The owner of a file, which is a session.</summary>
public sealed record FileScope : ApiObject
{
    internal override string? WireType => "session";

    /// <summary>The id of the session, <c>sesn_…</c>.</summary>
    public string Id { get; init => field = value ?? ""; } = "";
}
