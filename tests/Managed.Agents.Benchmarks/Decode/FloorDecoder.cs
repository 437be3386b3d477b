using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>
/// Decodes with the minimum: the SSE parser of the framework and source-generated records, with the type taken from the <c>event:</c> line.
/// No unions, unknown fields, unknown types, errors or retries.
/// </summary>
internal sealed class FloorDecoder(byte[] stream) : IDecoder
{
    private readonly HttpClient _client = new(new CannedHandler(stream));

    public string Name => "floor";

    public async Task<Tally> DecodeAsync()
    {
        var tally = default(Tally);
        using var response = await _client.GetAsync(new Uri("https://benchmark.invalid/stream"), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await foreach (var frame in SseParser.Create(body, Parse).EnumerateAsync())
        {
            tally.Add(frame.Data.Id, frame.Data.Type);
            var content = frame.Data switch
            {
                FloorAgentMessage message => message.Content,
                FloorUserMessage message => message.Content,
                _ => [],
            };
            foreach (var block in content)
                tally.AddText(block.Text);
        }

        return tally;
    }

    public void Dispose() => _client.Dispose();

    private static FloorEvent Parse(string eventType, ReadOnlySpan<byte> data) => eventType switch
    {
        "user.message" => Read(data, FloorContext.Default.FloorUserMessage),
        "session.status_running" => Read(data, FloorContext.Default.FloorStatusRunning),
        "span.model_request_start" => Read(data, FloorContext.Default.FloorModelRequestStart),
        "span.model_request_end" => Read(data, FloorContext.Default.FloorModelRequestEnd),
        "agent.thinking" => Read(data, FloorContext.Default.FloorThinking),
        "agent.message" => Read(data, FloorContext.Default.FloorAgentMessage),
        "agent.tool_use" => Read(data, FloorContext.Default.FloorToolUse),
        "agent.tool_result" => Read(data, FloorContext.Default.FloorToolResult),
        "session.usage" => Read(data, FloorContext.Default.FloorUsageEvent),
        "session.status_idle" => Read(data, FloorContext.Default.FloorStatusIdle),
        "session.status_terminated" => Read(data, FloorContext.Default.FloorStatusTerminated),
        _ => throw new InvalidOperationException($"The canned stream has no {eventType}."),
    };

    private static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type)
        where T : FloorEvent => JsonSerializer.Deserialize(data, type)!;
}
