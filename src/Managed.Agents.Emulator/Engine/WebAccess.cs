using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// Decides which hosts the web tools of a session may access. A host must be on every allow list and on none of the block lists of the
/// session's agents.
/// </summary>
internal static class WebAccess
{
    public static bool Allows(JsonObject agent, string tool, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return false;
        }

        return Roster.AllAgents(agent).SelectMany(static member => member.Objects("tools"))
            .SelectMany(static toolset => toolset.Objects("configs"))
            .Where(config => config.Text("name") == tool)
            .All(config => Allows(config, address.Host));
    }

    private static bool Allows(JsonObject config, string host) =>
        (config.List("allowed_domains").Count == 0 || config.Texts("allowed_domains").Any(domain => Covers(domain, host)))
        && !config.Texts("blocked_domains").Any(domain => Covers(domain, host));

    private static bool Covers(string domain, string host)
    {
        var name = domain.Split('/')[0];
        return string.Equals(host, name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }
}
