using System.Net;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the configuration of an environment: defaults, merging on update, and consistency.</summary>
internal static class EnvironmentRules
{
    public const string Cloud = "cloud";
    public const string SelfHosted = "self_hosted";

    // In the order in which the sandbox installs packages.
    private static readonly string[] Managers = ["apt", "cargo", "gem", "go", "npm", "pip"];

    public static JsonObject Config(JsonObject? sent, JsonObject? stored)
    {
        var type = sent.Text("type") ?? stored.Text("type") ?? Cloud;
        if (stored is not null && stored.Text("type") != type)
        {
            throw ApiError.InvalidRequest($"config.type: is {stored.Text("type")} and cannot change.", "invalid_config_type_change");
        }

        if (type == SelfHosted)
        {
            return Json.Typed(SelfHosted);
        }

        var networking = Networking(sent?["networking"] as JsonObject, stored?["networking"] as JsonObject);
        var packages = Packages(sent?["packages"] as JsonObject, stored?["packages"] as JsonObject);
        if (networking.Text("type") == "limited" && networking.Flag("allow_package_managers") != true && Managers.Any(manager => packages.List(manager).Count > 0))
        {
            throw ApiError.InvalidRequest("config.packages: limited networking requires allow_package_managers: true to install packages.");
        }

        return new JsonObject { ["type"] = Cloud, ["networking"] = networking, ["packages"] = packages };
    }

    /// <summary>Returns whether a sandbox of this environment may call the host.</summary>
    public static bool Allows(JsonObject config, string host)
    {
        if (config["networking"].Text("type") != "limited" || config["networking"].Flag("allow_mcp_servers") == true)
        {
            return true;
        }

        return config["networking"].Texts("allowed_hosts").Any(allowed =>
            allowed.StartsWith("*.", StringComparison.Ordinal)
                ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
                : string.Equals(allowed, host, StringComparison.OrdinalIgnoreCase));
    }

    private static JsonObject Networking(JsonObject? sent, JsonObject? stored)
    {
        var networking = sent ?? stored ?? Json.Typed("unrestricted");
        if (networking.Text("type") != "limited")
        {
            return Json.Typed("unrestricted");
        }

        var kept = stored.Text("type") == "limited" ? stored : null;
        var hosts = (sent?["allowed_hosts"] as JsonArray ?? kept.List("allowed_hosts")).Copy();
        foreach (var (index, host) in hosts.Select(static host => host!.GetValue<string>()).WithIndex())
        {
            var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
            if (Uri.CheckHostName(name) is not UriHostNameType.Dns && !(IPAddress.TryParse(name, out _) && !name.Contains(':', StringComparison.Ordinal)))
            {
                throw ApiError.InvalidRequest($"config.networking.allowed_hosts[{index}]: \"{host}\" is not a host name or *.host (no scheme, port or path).");
            }
        }

        return new JsonObject
        {
            ["type"] = "limited",
            ["allowed_hosts"] = hosts,
            ["allow_mcp_servers"] = sent.Flag("allow_mcp_servers") ?? kept.Flag("allow_mcp_servers") ?? false,
            ["allow_package_managers"] = sent.Flag("allow_package_managers") ?? kept.Flag("allow_package_managers") ?? false,
        };
    }

    private static JsonObject Packages(JsonObject? sent, JsonObject? stored)
    {
        var packages = Json.Typed("packages");
        foreach (var manager in Managers)
        {
            packages[manager] = (sent?[manager] as JsonArray ?? stored.List(manager)).Copy();
        }

        return packages;
    }
}
