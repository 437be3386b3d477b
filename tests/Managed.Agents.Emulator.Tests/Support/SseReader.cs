using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Reads a stream of server-sent events frame by frame.</summary>
public sealed class SseReader(HttpResponseMessage response, CancellationToken cancellation) : IDisposable
{
    private StreamReader? _reader;

    public List<string> Comments { get; } = [];

    /// <summary>Reads the next frame, including keep-alives, or null at the end of the stream.</summary>
    public async Task<(string Event, string Data)?> ReadFrameAsync()
    {
        _reader ??= new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        var (name, data) = ("", "");
        while (await _reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Length == 0 && data.Length > 0)
            {
                return (name, data);
            }

            if (line.StartsWith(':'))
            {
                Comments.Add(line);
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data += line["data: ".Length..];
            }
        }

        return null;
    }

    /// <summary>Reads the next event, or null at the end of the stream.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        while (await ReadFrameAsync() is var (name, data))
        {
            if (name == "ping")
            {
                continue;
            }

            var parsed = JsonNode.Parse(data)!.AsObject();
            parsed["type"]!.GetValue<string>().ShouldBe(name);
            if (name != "error")
            {
                ContractJudge.CheckEvent(data);
            }

            return parsed;
        }

        return null;
    }

    /// <summary>Reads up to and including the first matching event.</summary>
    public async Task<List<JsonObject>> UntilAsync(Func<JsonObject, bool> last)
    {
        List<JsonObject> read = [];
        while (await NextAsync() is { } next)
        {
            read.Add(next);
            if (last(next))
            {
                return read;
            }
        }

        throw new InvalidOperationException($"The stream ended too early, after: {string.Join(", ", read.Types())}.");
    }

    public Task<List<JsonObject>> UntilAsync(string type) => UntilAsync(next => next.Type() == type);

    public Task<List<JsonObject>> UntilIdleAsync() => UntilAsync("session.status_idle");

    public async Task<List<JsonObject>> ToEndAsync()
    {
        List<JsonObject> read = [];
        while (await NextAsync() is { } next)
        {
            read.Add(next);
        }

        return read;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        response.Dispose();
    }
}
