namespace Managed.Agents;

/// <summary>The handler that owns the sockets, unless the user brings another.</summary>
internal static class PrimaryHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        // A name may move to another address; a connection must not outlive that for long.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        AutomaticDecompression = System.Net.DecompressionMethods.All,

        // A redirect would carry the request, and perhaps the credential, to a place nobody named.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
