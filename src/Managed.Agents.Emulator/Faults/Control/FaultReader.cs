using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Adds faults described as JSON: the target in <c>on</c>, the effect in <c>do</c>, and the conditions, with the names of the C# API.</summary>
internal sealed class FaultReader(EmulatorFaults faults)
{
    public const string OpenStreams = "open_streams";

    private static readonly Dictionary<string, Func<EmulatorFaults, FaultFields, string, Func<Fault>?>> Targets = new(StringComparer.Ordinal)
    {
        ["streams"] = Streams,
        ["events"] = Events,
        ["previews"] = Previews,
        ["history"] = History,
        ["sessions"] = Sessions,
        ["requests"] = Requests,
    };

    /// <summary>Adds a fault. Returns null for an effect on open streams, which is immediate and adds nothing.</summary>
    public Fault? Add(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            throw ApiError.InvalidRequest("body: must be an object.");
        }

        var fields = new FaultFields(body);
        var (target, action) = (fields.Required("on"), fields.Required("do"));
        try
        {
            var add = target == OpenStreams
                ? InterruptOpenStreams(fields, action)
                : Targets.GetValueOrDefault(target) is { } read
                    ? read(faults, fields, action)
                    : throw ApiError.InvalidRequest($"on: must be one of {string.Join(", ", Targets.Keys.Append(OpenStreams))}; got \"{target}\".");
            if (add is null)
            {
                throw ApiError.InvalidRequest($"do: there is no \"{action}\" on {target}. The emulator's README lists the faults.");
            }

            fields.RejectUnknownFields();
            return add();
        }
        catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
        {
            // The builders check the values; their exceptions become error responses here.
            throw ApiError.InvalidRequest(refused.Message);
        }
    }

    private static Func<Fault>? Streams(EmulatorFaults faults, FaultFields fields, string action)
    {
        var on = Configure(faults.OnStreams(), fields);
        on = fields.Range("after_bytes") is var (fewestBytes, mostBytes) ? on.AfterBytes(fewestBytes, mostBytes) : on;
        on = fields.Range("after_events") is var (fewest, most) ? on.AfterEvents(fewest, most) : on;
        switch (action)
        {
            case "cut":
                return on.Cut;
            case "end":
                return on.End;
            case "fail":
                var type = fields.Text("error_type") ?? "api_error";
                return () => on.Fail(type);
            case "stall":
                return on.Stall;
            case "omit_keep_alives":
                return on.OmitKeepAlives;
            case "split":
                var (atLeast, atMost) = fields.Range("piece_bytes") ?? (1, 16);
                return () => on.Split(atLeast, atMost);
            default:
                return null;
        }
    }

    private static Func<Fault>? Events(EmulatorFaults faults, FaultFields fields, string action)
    {
        var on = Configure(faults.OnEvents([.. fields.Texts("types")]), fields);
        switch (action)
        {
            case "duplicate":
                return on.Duplicate;
            case "duplicate_with_new_id":
                return on.DuplicateWithNewId;
            case "show_queued":
                return on.ShowQueued;
            case "drop":
                return on.Drop;
            case "corrupt_json":
                return on.CorruptJson;
            case "clear_id":
                return on.ClearId;
            case "insert_unknown":
                var type = fields.Text("type");
                return () => type is null ? on.InsertUnknown() : on.InsertUnknown(type);
            case "add_field":
                var name = fields.Text("name");
                var value = fields.Any("value") is { } sent ? JsonNode.Parse(sent.GetRawText()) : null;
                return () => name is null ? on.AddField(value: value) : on.AddField(name, value);
            case "change_stop_reason":
                var reason = fields.Text("stop_reason");
                return () => reason is null ? on.ChangeStopReason() : on.ChangeStopReason(reason);
            default:
                return null;
        }
    }

    private static Func<Fault>? Previews(EmulatorFaults faults, FaultFields fields, string action)
    {
        var on = Configure(faults.OnPreviews(), fields);
        on = fields.Range("after_deltas") is var (fewest, most) ? on.AfterDeltas(fewest, most) : on;
        return action switch
        {
            "stop" => on.Stop,
            "abandon" => on.Abandon,
            _ => null,
        };
    }

    private static Func<Fault>? History(EmulatorFaults faults, FaultFields fields, string action)
    {
        var on = Configure(faults.OnHistory(), fields);
        switch (action)
        {
            case "delay":
                var (events, time) = (fields.Integer("events"), fields.Seconds("seconds"));
                return (events is null) == (time is null)
                    ? throw ApiError.InvalidRequest("delay: requires either events or seconds.")
                    : () => time is { } span ? on.Delay(span) : on.Delay(events!.Value);
            case "insert_empty_pages":
                return on.InsertEmptyPages;
            case "leave_unprocessed":
                return on.LeaveUnprocessed;
            default:
                return null;
        }
    }

    private static Func<Fault>? Sessions(EmulatorFaults faults, FaultFields fields, string action)
    {
        var on = Configure(faults.OnSessions(), fields);
        var time = fields.Seconds("seconds");
        return action == "delay_status" ? () => on.DelayStatus(time) : null;
    }

    private static Func<Fault>? Requests(EmulatorFaults faults, FaultFields fields, string action)
    {
        var on = Configure(faults.OnRequests([.. fields.Texts("operations")]), fields);
        switch (action)
        {
            case "fail":
                var status = fields.Integer("status") ?? throw ApiError.InvalidRequest("status: field required.");
                var (retryAfter, shouldRetry, type) = (fields.Seconds("retry_after_seconds"), fields.Flag("should_retry"), fields.Text("error_type"));
                return () => on.Fail(status, retryAfter, shouldRetry, type);
            case "drop_request":
                return on.DropRequest;
            case "drop_response":
                return on.DropResponse;
            case "truncate_response":
                return on.TruncateResponse;
            case "delay_response":
                var delay = fields.Seconds("seconds");
                return () => on.DelayResponse(delay);
            default:
                return null;
        }
    }

    private static TBuilder Configure<TBuilder>(TBuilder on, FaultFields fields)
        where TBuilder : FaultBuilder<TBuilder>
    {
        on = fields.Text("session_id") is { } session ? on.ForSession(session) : on;
        on = fields.Integer("times") is { } times ? on.Times(times) : on;
        on = fields.Number("rate") is { } rate ? on.Rate(rate) : on;
        return fields.Integer("seed") is { } seed ? on.Seed(seed) : on;
    }

    private Func<Fault?>? InterruptOpenStreams(FaultFields fields, string action)
    {
        var type = action == "fail" ? fields.Text("error_type") ?? "api_error" : null;
        return action is not ("cut" or "fail") ? null : () =>
        {
            if (type is null)
            {
                faults.CutStreams();
            }
            else
            {
                faults.FailStreams(type);
            }

            return null;
        };
    }
}
