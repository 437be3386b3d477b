using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>Opens event streams and reads them to their end, whichever it is.</summary>
internal static class Streams
{
    /// <summary>A frame whose event has the id that its number gives.</summary>
    public static string Message(int number) => Frame("agent.message", $$"""{"type":"agent.message","id":"sevt_{{number}}","content":[]}""");

    public static string Frame(string name, string data) => $"event: {name}\ndata: {data}\n\n";

    public static string Status(string type, string more = "") => Frame(type, $$"""{"type":"{{type}}","id":"sevt_{{type}}"{{more}}}""");

    public static string Idle { get; } = Status("session.status_idle", ""","stop_reason":{"type":"end_turn"}""");

    public static string Running { get; } = Status("session.status_running");

    public static Task<SessionEventStream> StreamAsync(this ManagedAgentsClient client, CancellationToken cancellationToken = default) =>
        client.Sessions.Events.StreamAsync("sesn_1", cancellationToken: cancellationToken).Guarded();

    /// <summary>Reads what a body says that arrives in given pieces.</summary>
    public static async Task<StreamEnd> ReadAsync(params IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        await using var body = new FedStream();
        foreach (var piece in pieces)
        {
            body.Feed(piece);
        }

        body.End();
        using var handler = body.AsHandler();
        using var client = Clients.Over(handler);
        return await ReadToEndAsync(await client.StreamAsync());
    }

    /// <summary>Reads what a server sends.</summary>
    public static async Task<StreamEnd> ReadAsync(Answer answer, Action<ManagedAgentsOptions>? change = null)
    {
        await using var server = await StubServer.StartAsync(answer);
        using var client = Clients.To(server, change);
        var end = await ReadToEndAsync(await client.StreamAsync());
        server.Requests.Count.ShouldBe(1, "a stream is one connection");
        return end;
    }

    /// <summary>Reads to the end.</summary>
    /// <param name="stream">What is read.</param>
    /// <param name="received">Told how many events have come, after each of them: what a server has sent may still be lost when it cuts the connection.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
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

/// <summary>What a stream gave, and the error it ended with, if it did not end in peace.</summary>
internal sealed record StreamEnd(IReadOnlyList<SessionEvent> Events, Exception? Error)
{
    public IEnumerable<string> Ids => Events.Select(static received => received.Id);

    /// <summary>The events, when the stream ended in peace.</summary>
    public IReadOnlyList<SessionEvent> InPeace()
    {
        Error.ShouldBeNull();
        return Events;
    }
}
