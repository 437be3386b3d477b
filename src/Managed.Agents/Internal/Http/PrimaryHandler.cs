namespace Managed.Agents;

/// <summary>Creates the default handler that owns the connections.</summary>
internal static class PrimaryHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        // Connections are replaced regularly so that DNS changes take effect.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),

        // A stream that is left early is closed immediately. Otherwise it would be read for two more seconds, to reuse its connection.
        ResponseDrainTimeout = TimeSpan.Zero,
        AutomaticDecompression = System.Net.DecompressionMethods.All,

        // A redirect could send the request and the credential to an unknown host.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
