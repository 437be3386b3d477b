using Shouldly;
using WireMock.Server;
using WireMock.Settings;

namespace Managed.Agents.Tests.Framework;

/// <summary>A WireMock server that sends canned responses in order, whatever the request, and records the requests.</summary>
/// <remarks>
/// Use a <see cref="KestrelServer"/> for responses that are held, cut or streamed, for HTTP/2, for connection counts and for undecoded paths.
/// </remarks>
internal sealed class MockServer : ITestServer, IDisposable
{
    private const string Sequence = "sequence";

    private static readonly Guid Fallback = Guid.NewGuid();

    private readonly WireMockServer _server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"], AllowBodyForAllHttpMethods = true });
    private int _responses;

    private MockServer() => DefaultResponse = Responses.Status(418);

    public Uri Address => new(_server.Url!);

    /// <summary>The response after the last of the sequence. Default: status 418, which the client never retries.</summary>
    public CannedResponse DefaultResponse
    {
        get;
        set
        {
            field = value;
            AnyRequest().WithGuid(Fallback).AtPriority(int.MaxValue).RespondWith(value.ToWireMock());
        }
    }

    public IReadOnlyList<ReceivedRequest> Requests => [.. _server.LogEntries.Select(static entry => ReceivedRequest.From(entry.RequestMessage!))];

    /// <summary>The only request that the server received.</summary>
    public ReceivedRequest Request => Requests.ShouldHaveSingleItem();

    public static MockServer Start(params CannedResponse[] responses)
    {
        var server = new MockServer();
        Array.ForEach(responses, server.Add);
        return server;
    }

    public void Dispose() => _server.Dispose();

    private void Add(CannedResponse response)
    {
        var mapping = AnyRequest().InScenario(Sequence);
        if (_responses > 0)
        {
            mapping = mapping.WhenStateIs(_responses);
        }

        _responses++;
        mapping.WillSetStateTo(_responses).RespondWith(response.ToWireMock());
    }

    private IRespondWithAProvider AnyRequest() => _server.Given(WireMock.RequestBuilders.Request.Create().UsingAnyMethod());
}
