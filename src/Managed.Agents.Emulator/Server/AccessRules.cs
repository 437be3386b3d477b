using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Managed.Agents.Emulator;

/// <summary>Checks the key, the version and the beta values of a request.</summary>
internal sealed class AccessRules(ContractCatalog contract, ApiKeyRegistry keys, CallerRules callers)
{
    private const string MemoryArea = "memory_stores";
    private static readonly string[] Versions = ["2023-06-01", "2026-10-21"];

    // Official clients add this value to every request that uses an OAuth token.
    private static readonly string[] OtherBetas = ["oauth-2025-04-20"];

    public static IReadOnlyCollection<string> Betas(HttpRequest request) => Values(request.Headers["anthropic-beta"]);

    /// <summary>Gets the owner of the request's key.</summary>
    public Caller CheckKey(HttpRequest request)
    {
        var key = request.Headers["x-api-key"].ToString();
        var bearer = request.Headers.Authorization.ToString();
        if (key.Length == 0 && bearer.Length == 0)
        {
            throw ApiError.Authentication("Send the API key as \"Authorization: Bearer <key>\" or \"x-api-key: <key>\".");
        }

        var token = bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer["Bearer ".Length..].Trim() : bearer;
        var owners = new List<Caller?>();
        if (key.Length > 0)
        {
            owners.Add(keys.Find(key, isBearer: false));
        }

        if (bearer.Length > 0)
        {
            owners.Add(keys.Find(token, isBearer: true));
        }

        return owners.Distinct().ToList() is [{ } caller]
            ? caller
            : throw ApiError.Authentication("The key is not valid for this emulator, or two different keys were sent.");
    }

    public void CheckOperation(HttpRequest request, Caller caller, ContractOperation operation, IReadOnlyDictionary<string, string> route)
    {
        if (operation.IsStream && request.Headers.ContainsKey("x-api-key") && request.Headers.ContainsKey("Authorization"))
        {
            throw ApiError.Authentication("An event stream takes an API key header or a bearer token, not both.");
        }

        var betas = Betas(request);
        foreach (var beta in betas)
        {
            if (!contract.Betas.Contains(beta) && !OtherBetas.Contains(beta))
            {
                throw ApiError.InvalidRequest($"anthropic-beta: unknown value \"{beta}\".");
            }
        }

        if (operation.Betas.Count > 0 && !BetaVariants.Values(operation).Any(betas.Contains))
        {
            throw ApiError.NotFound($"{operation.Method} {operation.Path} requires the header anthropic-beta: {string.Join(" or ", operation.Betas)}.");
        }

        if (operation.Area == MemoryArea && betas.Contains(BetaVariants.ManagedAgents) && betas.Contains(BetaVariants.AgentMemory))
        {
            throw ApiError.InvalidRequest($"anthropic-beta: {BetaVariants.AgentMemory} and {BetaVariants.ManagedAgents} cannot be given together here.");
        }

        var version = request.Headers["anthropic-version"].ToString();
        if (!Versions.Contains(version))
        {
            throw ApiError.InvalidRequest(version.Length == 0
                ? $"anthropic-version: header required; one of {string.Join(", ", Versions)}."
                : $"anthropic-version: unknown version \"{version}\"; one of {string.Join(", ", Versions)}.");
        }

        callers.Check(caller, operation, route);
    }

    private static List<string> Values(StringValues header) =>
        [.. header.SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
