namespace Managed.Agents;

/// <summary>Where in a request from the sandbox a secret may stand. At least one place must be allowed.</summary>
public sealed record InjectionLocation : ApiObject
{
    /// <summary>Whether the secret may stand in the body.</summary>
    /// <value>Null in a create for false, in an update for what is stored. Never null in what the API hands out.</value>
    public bool? Body { get; init; }

    /// <summary>Whether the secret may stand in a header.</summary>
    /// <value>Null in a create for false, in an update for what is stored. Never null in what the API hands out.</value>
    public bool? Header { get; init; }
}
