using System.Net;
using System.Runtime.CompilerServices;

namespace Managed.Agents.Tests.Framework;

/// <summary>Disables the default proxy of the machine for requests to loopback servers.</summary>
internal static class NoProxy
{
    [ModuleInitializer]
    public static void Use() => HttpClient.DefaultProxy = new WebProxy();
}
