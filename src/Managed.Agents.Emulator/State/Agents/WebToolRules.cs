using System.Net;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the domain lists and URL sources of <c>web_search</c> and <c>web_fetch</c>.</summary>
internal static class WebToolRules
{
    private static readonly string[] Sources = ["user_input", "client_tool_results", "server_tool_results"];

    public static void Apply(JsonObject config, string tool, JsonArray tools, string path)
    {
        if (tool is not ("web_fetch" or "web_search"))
        {
            return;
        }

        foreach (var list in new[] { "allowed_domains", "blocked_domains" })
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (index, domain) in config.Texts(list).WithIndex())
            {
                if (Problem(domain, pathAllowed: tool == "web_search") is { } problem)
                {
                    throw ApiError.InvalidRequest($"{path}.{list}[{index}]: \"{domain}\" {problem}.");
                }

                if (!seen.Add(domain))
                {
                    throw ApiError.InvalidRequest($"{path}.{list}[{index}]: \"{domain}\" is listed twice.");
                }
            }
        }

        if (tool == "web_fetch")
        {
            config["url_sources"] = UrlSources(config["url_sources"] as JsonObject, tools, $"{path}.url_sources");
        }
    }

    private static string? Problem(string domain, bool pathAllowed)
    {
        var slash = domain.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? domain : domain[..slash];
        return domain switch
        {
            _ when domain.Length is < 1 or > 255 => "must have 1 to 255 characters",
            _ when domain.Any(static c => !char.IsAscii(c)) => "must be ASCII",
            _ when domain.Contains("://", StringComparison.Ordinal) => "must not have a scheme",
            _ when slash >= 0 && !pathAllowed => "must not have a path",
            _ when host.Contains(':', StringComparison.Ordinal) => "must not have a port",
            _ when host.Contains('*', StringComparison.Ordinal) => "must not have a wildcard",
            _ when IPAddress.TryParse(host, out _) => "must not be an IP address",
            _ when !host.Contains('.', StringComparison.Ordinal) => "must have more than one label",
            _ when host.StartsWith('.') || host.EndsWith('.') || Uri.CheckHostName(host) is not UriHostNameType.Dns => "is not a host name",
            _ when host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) => "is a local name",
            "co.uk" or "com.au" or "co.jp" or "com.br" or "co.nz" or "org.uk" or "github.io" => "is a bare suffix",
            _ => null,
        };
    }

    private static JsonObject? UrlSources(JsonObject? sent, JsonArray tools, string path)
    {
        if (sent is null)
        {
            return null;
        }

        var complete = new JsonObject();
        foreach (var source in Sources)
        {
            complete[source] = sent[source] switch
            {
                JsonObject filter => filter.Copy(),
                JsonValue shorthand => Json.Typed(shorthand.GetValue<string>()),
                _ => Json.Typed("all"),
            };
            foreach (var (index, reference) in complete[source].Objects("tools").WithIndex())
            {
                CheckReference(reference.Text("name")!, source, tools, $"{path}.{source}.tools[{index}].name");
            }
        }

        return Sources.Any(source => complete[source].Text("type") != "none")
            ? complete
            : throw ApiError.InvalidRequest($"{path}: at least one source must not be none; disable the tool instead.");
    }

    private static void CheckReference(string name, string source, JsonArray tools, string path)
    {
        if (source == "server_tool_results" && name is not ("web_search" or "web_fetch"))
        {
            throw ApiError.InvalidRequest($"{path}: must be web_search or web_fetch.");
        }

        if (source == "client_tool_results" && !tools.OfType<JsonObject>().Any(tool => tool.Text("type") == ToolRules.Custom && tool.Text("name") == name))
        {
            throw ApiError.InvalidRequest($"{path}: \"{name}\" is not a custom tool of this agent.");
        }
    }
}
