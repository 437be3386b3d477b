using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// The rules for the stored <c>auth</c> of a credential, which contains only the parts that responses show. The emulator does not use
/// secrets, so it does not store them.
/// </summary>
internal static class CredentialRules
{
    public const string OAuth = "mcp_oauth";
    private const string Variable = "environment_variable";

    public static JsonObject New(JsonObject sent, DateTimeOffset now) => sent.Text("type") switch
    {
        OAuth => OAuthRules.New(sent, now),
        Variable => new JsonObject
        {
            ["type"] = Variable,
            ["secret_name"] = SecretName(sent.Text("secret_name")!),
            ["networking"] = CredentialNetworking.Normalize((JsonObject)sent["networking"]!),
            ["injection_location"] = InjectionLocation.New(sent["injection_location"] as JsonObject),
        },
        var type => new JsonObject { ["type"] = type, ["mcp_server_url"] = ServerUrl(sent.Text("mcp_server_url")!, "auth.mcp_server_url") },
    };

    public static JsonObject Change(JsonObject stored, JsonObject sent, DateTimeOffset now)
    {
        var type = stored.Text("type");
        if (sent.Text("type") != type)
        {
            throw ApiError.InvalidRequest($"auth.type: is {type} and cannot change.");
        }

        if (type == OAuth)
        {
            return OAuthRules.Change(stored, sent, now);
        }

        var changed = stored.Copy();
        if (type == Variable)
        {
            changed["networking"] = sent["networking"] is JsonObject networking ? CredentialNetworking.Normalize(networking) : stored["networking"]!.DeepClone();
            changed["injection_location"] = InjectionLocation.Merge((JsonObject)stored["injection_location"]!, sent["injection_location"] as JsonObject);
        }

        return changed;
    }

    public static string Key(JsonObject auth) => auth.Text("secret_name") is { } name ? $"secret_name {name}" : $"mcp_server_url {Normalize(auth.Text("mcp_server_url")!)}";

    public static string ServerUrl(string url, string path) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? url
            : throw ApiError.InvalidRequest($"{path}: must be an absolute http or https URL.");

    private static string SecretName(string name) =>
        name.Length > 0 ? name : throw ApiError.InvalidRequest("auth.secret_name: must have at least 1 character.");

    // Servers are matched in the same way when a session runs: the case of scheme and host, the default port and a trailing slash are ignored.
    private static string Normalize(string url)
    {
        var address = new Uri(url);
        return address.GetLeftPart(UriPartial.Authority) + address.PathAndQuery.TrimEnd('/');
    }
}
