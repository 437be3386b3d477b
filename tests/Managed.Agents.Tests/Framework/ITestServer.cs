namespace Managed.Agents.Tests.Framework;

/// <summary>A server on a loopback address that records the requests it receives.</summary>
internal interface ITestServer
{
    Uri Address { get; }

    IReadOnlyList<ReceivedRequest> Requests { get; }
}
