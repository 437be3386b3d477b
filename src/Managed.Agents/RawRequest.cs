using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>A request to an endpoint for which the client has no method of its own. See <see cref="ManagedAgentsClient.SendAsync"/>.</summary>
public sealed record RawRequest
{
    private readonly JsonContent _body;

    /// <summary>Makes a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base address with its query, for example <c>v1/agents?limit=5</c>. Escape what needs it.</param>
    [SetsRequiredMembers]
    public RawRequest(HttpMethod method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the base address, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body.</summary>
    /// <value>Default: <see cref="JsonValueKind.Undefined"/>, which sends no body.</value>
    public JsonElement Body
    {
        get => _body.Element;
        init => _body = value;
    }

    /// <summary>Values of the <c>anthropic-beta</c> header that the endpoint demands, for example <c>managed-agents-2026-04-01</c>.</summary>
    public IReadOnlyList<string> Betas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the request may be repeated although an earlier attempt may have arrived.</summary>
    /// <value>Default: true for GET, HEAD, PUT and DELETE, false for all other methods.</value>
    public bool? IsIdempotent { get; init; }

    /// <summary>Method and path, without the body.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Method} {Path}";
}
