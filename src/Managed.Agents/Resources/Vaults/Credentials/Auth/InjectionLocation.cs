namespace Managed.Agents;

/// <summary>The parts of a request from the sandbox that can contain a secret. At least one must be allowed.</summary>
public sealed record InjectionLocation : ApiObject
{
    /// <summary>Whether the body can contain the secret.</summary>
    /// <value><see langword="null"/> means <see langword="false"/> when creating, and leaves the stored value unchanged when updating. Never <see langword="null"/> in a response.</value>
    public bool? Body { get; init; }

    /// <summary>Whether a header can contain the secret.</summary>
    /// <value><see langword="null"/> means <see langword="false"/> when creating, and leaves the stored value unchanged when updating. Never <see langword="null"/> in a response.</value>
    public bool? Header { get; init; }
}
