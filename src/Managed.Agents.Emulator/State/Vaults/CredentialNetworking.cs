using System.Net;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the hosts that a secret may be sent to.</summary>
internal static class CredentialNetworking
{
    public static JsonObject Normalize(JsonObject sent)
    {
        if (sent.Text("type") != "limited")
        {
            return Json.Typed("unrestricted");
        }

        foreach (var (index, host) in sent.Texts("allowed_hosts").WithIndex())
        {
            var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
            if (Uri.CheckHostName(name) is not UriHostNameType.Dns && !(name == host && IPAddress.TryParse(name, out _) && !name.Contains(':', StringComparison.Ordinal)))
            {
                throw ApiError.InvalidRequest($"auth.networking.allowed_hosts[{index}]: \"{host}\" is not a host name, IPv4 address or *.domain (no scheme, port or path).");
            }
        }

        return new JsonObject { ["type"] = "limited", ["allowed_hosts"] = sent.List("allowed_hosts").Copy() };
    }
}
