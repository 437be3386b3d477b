using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The model requests of one turn, one at a time, with their messages, previews and usage. Guarded by the lock of the session.</summary>
internal sealed class ModelRequest(SessionEngine engine, SessionThread thread)
{
    private const int PreviewSize = 16;

    private string? _startId;
    private long _outputCharacters;
    private PreviewLimit _limit = PreviewLimit.None;
    private long _deltas;

    public bool IsOpen => _startId is not null;

    /// <summary>The token counts to report for the current or next request instead of an estimate.</summary>
    public RequestUsage? Usage { get; set; }

    public void Open()
    {
        if (_startId is null)
        {
            thread.Log.BeginModelRequest();
            _startId = engine.Events.Emit(thread, "span.model_request_start").Id;
            _outputCharacters = 0;
        }
    }

    public void Close(bool isError = false)
    {
        if (_startId is null)
        {
            return;
        }

        var usage = Usage ?? thread.Context.Estimate(_outputCharacters);
        thread.Context.Advance(_outputCharacters);
        thread.Usage.Add(usage, thread.Model);
        engine.Session.Usage.Add(usage, thread.Model);
        engine.Events.Emit(thread, "span.model_request_end", new JsonObject
        {
            ["model_request_start_id"] = _startId,
            ["model_usage"] = usage.ToJson(),
            ["is_error"] = isError || _limit.IsAbandoned,
        });
        _startId = null;
        _limit = PreviewLimit.None;
        Usage = null;
    }

    public void EmitThinking()
    {
        var id = engine.Events.NewId();
        PreviewStart("agent.thinking", id);
        engine.Events.Emit(thread, "agent.thinking", id: id);
        _outputCharacters += 100;
    }

    public void EmitMessage(string text)
    {
        var id = engine.Events.NewId();
        StartMessage(id);
        foreach (var piece in Pieces(text))
        {
            PreviewText(id, piece);
        }

        EndMessage(id, text);
    }

    public void StartMessage(string id)
    {
        _limit = PreviewFault.Next(engine.Context.Faults, engine.Session.Id);
        _deltas = 0;
        PreviewStart("agent.message", id);
    }

    public void EndMessage(string id, string text)
    {
        if (_limit.IsAbandoned)
        {
            return;
        }

        engine.Events.Emit(thread, "agent.message", new JsonObject { ["content"] = Blocks(text) }, id);
        thread.LastMessage = text;
        _outputCharacters += text.Length;
    }

    /// <summary>Emits an event that the model causes, such as a tool call.</summary>
    public StoredEvent EmitCall(string type, JsonObject fields)
    {
        _outputCharacters += 40;
        return engine.Events.Emit(thread, type, fields);
    }

    private void PreviewStart(string type, string id) => thread.Log.Preview(type, () => new SseFrame(
        "event_start", Json.Bytes(new JsonObject { ["type"] = "event_start", ["event"] = new JsonObject { ["type"] = type, ["id"] = id } })));

    public void PreviewText(string id, string piece)
    {
        if (_deltas++ < _limit.Deltas)
        {
            thread.Log.Preview("agent.message", () => new SseFrame("event_delta", Json.Bytes(new JsonObject
            {
                ["type"] = "event_delta",
                ["event_id"] = id,
                ["delta"] = new JsonObject { ["type"] = "content_delta", ["index"] = 0, ["content"] = Block(piece) },
            })));
        }
    }

    public static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            // A surrogate pair must not be split.
            var end = Math.Min(start + PreviewSize, text.Length);
            end += end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            yield return text[start..end];
            start = end;
        }
    }

    public static JsonArray Blocks(string text) => new(Block(text));

    private static JsonObject Block(string text) => new() { ["type"] = "text", ["text"] = text };
}
