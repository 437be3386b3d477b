using System.Net;
using System.Runtime.CompilerServices;

namespace Managed.Agents.Tests.Framework;

/// <summary>Takes the proxy of the machine, if there is one, out of the way to the loopback servers.</summary>
internal static class NoProxy
{
    [ModuleInitializer]
    public static void Use() => HttpClient.DefaultProxy = new WebProxy();
}
