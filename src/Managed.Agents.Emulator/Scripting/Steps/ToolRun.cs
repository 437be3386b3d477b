using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The run of one tool call: emitted, possibly confirmed, executed, completed.</summary>
internal sealed class ToolRun(Turn turn, ScriptedCall call, AgentTool? tool)
{
    private PendingCall? _pending;
    private string _eventId = "";
    private string _permission = "allow";

    /// <summary>Whether the service runs the call, so that no answer from the client is needed.</summary>
    public bool IsDecided => _pending?.Kind is PendingKind.Service;

    public bool IsComplete { get; private set; }

    /// <summary>Emits the call and registers what it waits for. Call under the lock.</summary>
    public void Emit()
    {
        var fields = call.Fields();
        if (tool is not null)
        {
            Evaluate(fields, tool);
        }

        _eventId = turn.Model.EmitCall(call.EventType, fields).Id;
        Await(Kind());
        if (_pending!.Kind is not PendingKind.Service)
        {
            turn.CopyToPrimary(call.EventType, _eventId, fields);
        }
    }

    public async Task CompleteAsync()
    {
        if (_pending!.Answer is { } answer && !TakeAnswer(answer))
        {
            return;
        }

        if (IsComplete)
        {
            return;
        }

        if (_permission == "deny")
        {
            turn.Gate.Do(() => Finish($"The call of {call.Name} was denied.", isError: true));
            return;
        }

        if (call.Name == "web_fetch" && call.Input.Text("url") is { } url && !WebAccess.Allows(turn.Engine.Session.Agent, call.Name, url))
        {
            turn.Gate.Do(() => Finish($"url_not_allowed: {url} is not in the domains that this agent may fetch.", isError: true));
            return;
        }

        if (call.Duration > TimeSpan.Zero)
        {
            await turn.Gate.DelayAsync(call.Duration).ConfigureAwait(false);
        }

        turn.Gate.Do(() => Finish(call.Result ?? "", call.IsError));
    }

    private PendingKind Kind() => (tool, _permission) switch
    {
        (null, _) => PendingKind.CustomResult,
        (_, "ask") => PendingKind.Confirmation,
        (_, "allow") when call.RunsAtWorker(turn.Engine.Session) => PendingKind.ToolResult,
        _ => PendingKind.Service,
    };

    private void Evaluate(JsonObject fields, AgentTool evaluated)
    {
        if (!evaluated.Enabled)
        {
            // A disabled tool is denied before its policy applies.
            _permission = "deny";
            fields["evaluated_permission"] = _permission;
            return;
        }

        var evaluation = Json.Typed(evaluated.Policy);
        _permission = evaluated.Policy switch
        {
            "always_ask" => "ask",
            "auto" => call.Verdict,
            _ => "allow",
        };
        if (evaluated.Policy == "auto")
        {
            var verdict = Json.Typed(_permission);
            if (_permission != "allow")
            {
                verdict["reason_code"] = call.ReasonCode ?? "indeterminate";
            }

            evaluation["evaluated_permission"] = verdict;
        }

        fields["evaluated_permission"] = _permission;
        fields["evaluation"] = evaluation;
    }

    /// <summary>Applies the client's answer. Returns false if the call now waits for a worker's result.</summary>
    private bool TakeAnswer(JsonObject answer)
    {
        var canComplete = true;
        turn.Gate.Do(() =>
        {
            if (_pending!.Kind is not PendingKind.Confirmation)
            {
                turn.LastResultText = ToolResults.Text(answer);
                turn.Thread.Context.AddInput(turn.LastResultText);
                Complete();
            }
            else if (answer.Text("result") == "deny")
            {
                Finish(answer.Text("deny_message") ?? $"The user denied the call of {call.Name}.", isError: true);
            }
            else if (call.RunsAtWorker(turn.Engine.Session))
            {
                Await(PendingKind.ToolResult);
                canComplete = false;
            }
            else
            {
                Await(PendingKind.Service);
            }
        });
        return canComplete;
    }

    private void Await(PendingKind kind)
    {
        RemovePending();
        _pending = new PendingCall(_eventId, kind, call.EventType);
        turn.Thread.Pending.Add(_pending);
    }

    private void Finish(string text, bool isError)
    {
        turn.LastResultText = text;
        if (call.Name == "web_search" && !isError)
        {
            turn.Engine.Session.Usage.AddSearch();
            turn.Thread.Usage.AddSearch();
        }

        ToolResults.Emit(turn.Engine.Events, turn.Thread, call.EventType, _eventId, text, isError);
        Complete();
    }

    private void Complete()
    {
        RemovePending();
        IsComplete = true;
    }

    private void RemovePending()
    {
        if (_pending is not null)
        {
            turn.Thread.Pending.Remove(_pending);
        }
    }
}
