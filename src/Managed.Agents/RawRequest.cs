using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>A request to an endpoint that has no method in the client. See <see cref="ManagedAgentsClient.SendAsync"/>.</summary>
public sealed record RawRequest
{
    private readonly JsonContent _body;

    /// <summary>Initializes a new instance of the <see cref="RawRequest"/> class.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base address and the query, for example <c>v1/agents?limit=5</c>. It must already be escaped.</param>
    [SetsRequiredMembers]
    public RawRequest(HttpMethod method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the base address and the query.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body.</summary>
    /// <value>Default: <see cref="JsonValueKind.Undefined"/>, which sends no body.</value>
    public JsonElement Body
    {
        get => _body.Element;
        init => _body = value;
    }

    /// <summary>Values of the <c>anthropic-beta</c> header that the endpoint requires, for example <c>managed-agents-2026-04-01</c>.</summary>
    public IReadOnlyList<string> Betas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the request is safe to retry although an earlier attempt may have taken effect.</summary>
    /// <value>Default: null, which means true for GET, HEAD, PUT and DELETE, and false for all other methods.</value>
    public bool? IsIdempotent { get; init; }

    /// <summary>Returns the method and the path, without the body.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Method} {Path}";
}
