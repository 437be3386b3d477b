// Stands in for the session models until they land: delete this file with them.
namespace Managed.Agents;
/// <summary>x</summary>
public sealed record FileResource : ApiObject;
/// <summary>x</summary>
public sealed record SessionResourceAddRequest : ApiObject;
/// <summary>x</summary>
public sealed record SessionResource : ApiObject;
/// <summary>x</summary>
public sealed record SessionResourceUpdateRequest : ApiObject;
/// <summary>x</summary>
public sealed record DeletedSessionResource : ApiObject;
/// <summary>x</summary>
public sealed record Session : ApiObject;
/// <summary>x</summary>
public sealed record SessionCreateRequest : ApiObject { /// <summary>x</summary>
 public int InitialEvents { get; init; } }
/// <summary>x</summary>
public sealed record SessionUpdateRequest : ApiObject;
/// <summary>x</summary>
public sealed record DeletedSession : ApiObject;
/// <summary>x</summary>
public sealed record SessionThread : ApiObject;
/// <summary>x</summary>
public record struct SessionStatus : IOpenEnum<SessionStatus> {
/// <summary>x</summary>
public string Value => "";
static SessionStatus IOpenEnum<SessionStatus>.Create(string value) => default; }
