namespace Managed.Agents.Emulator;

/// <summary>The rules for the address of a webhook endpoint: https on port 443 of a public host name.</summary>
internal static class WebhookUrl
{
    public static string Check(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.Port != 443 || address.UserInfo.Length > 0)
        {
            throw ApiError.InvalidRequest("url: must be an absolute https URL on port 443, without a user name.");
        }

        return address.HostNameType == UriHostNameType.Dns && address.Host.Contains('.', StringComparison.Ordinal)
            ? url
            : throw ApiError.InvalidRequest($"url: \"{address.Host}\" is not a public host name.");
    }
}
