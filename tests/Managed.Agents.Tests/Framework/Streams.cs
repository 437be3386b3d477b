using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>Opens event streams and reads them to their end.</summary>
internal static class Streams
{
    /// <summary>A frame with a message event whose id contains the number.</summary>
    public static string Message(int number) => Frame("agent.message", $$"""{"type":"agent.message","id":"sevt_{{number}}","content":[]}""");

    public static string Frame(string name, string data) => $"event: {name}\ndata: {data}\n\n";

    public static string Status(string type, string more = "") => Frame(type, $$"""{"type":"{{type}}","id":"sevt_{{type}}"{{more}}}""");

    public static string Idle { get; } = Status("session.status_idle", ""","stop_reason":{"type":"end_turn"}""");

    public static string Running { get; } = Status("session.status_running");

    public static Task<SessionEventStream> StreamAsync(this ManagedAgentsClient client, CancellationToken cancellationToken = default) =>
        client.Sessions.Events.StreamAsync("sesn_1", cancellationToken: cancellationToken).Guarded();

    /// <summary>Reads a body that arrives in the given pieces.</summary>
    public static async Task<StreamEnd> ReadAsync(params IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        await using var body = new ControlledBody();
        foreach (var piece in pieces)
        {
            body.Supply(piece);
        }

        body.End();
        using var handler = body.AsHandler();
        using var client = Clients.Over(handler);
        return await ReadToEndAsync(await client.StreamAsync());
    }

    /// <summary>Reads the events of a canned response.</summary>
    public static async Task<StreamEnd> ReadAsync(CannedResponse response)
    {
        using var server = MockServer.Start(response);
        using var client = Clients.To(server);
        var end = await ReadToEndAsync(await client.StreamAsync());
        server.Requests.Count.ShouldBe(1, "a stream is one connection");
        return end;
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="received">Called with the number of events after each event. Events that a server has sent can still be lost when it closes the connection.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<StreamEnd> ReadToEndAsync(SessionEventStream stream, Action<int>? received = null, CancellationToken cancellationToken = default)
    {
        var events = new List<SessionEvent>();
        await using var enumerator = stream.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await enumerator.MoveNextAsync().Guarded())
            {
                events.Add(enumerator.Current);
                received?.Invoke(events.Count);
            }
        }
        catch (Exception error)
        {
            return new StreamEnd(events, error);
        }

        return new StreamEnd(events, null);
    }
}

/// <summary>The events of a stream, and the error if it did not end normally.</summary>
internal sealed record StreamEnd(IReadOnlyList<SessionEvent> Events, Exception? Error)
{
    public IEnumerable<string> Ids => Events.Select(static received => received.Id);

    /// <summary>Returns the events and verifies that the stream ended normally.</summary>
    public IReadOnlyList<SessionEvent> ShouldEndNormally()
    {
        Error.ShouldBeNull();
        return Events;
    }
}
