using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One tool call on its way: announced, perhaps confirmed, executed, answered.</summary>
internal sealed class ToolRun(Turn turn, ScriptedCall call, AgentTool? tool)
{
    private PendingCall? _pending;
    private string _eventId = "";
    private string _permission = "allow";

    /// <summary>Whether nothing has to be asked of the client any more.</summary>
    public bool IsDecided => _pending?.Kind is PendingKind.Service;

    public bool IsComplete { get; private set; }

    /// <summary>Emits the call and notes what it waits for. Call under the lock.</summary>
    public void Announce()
    {
        var fields = call.Fields();
        if (tool is not null)
        {
            Judge(fields, tool);
        }

        _eventId = turn.Model.Call(call.EventType, fields).Id;
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
            turn.Gate.Do(() => Finish($"url_not_allowed: {url} is not among the domains this agent may fetch.", isError: true));
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

    private void Judge(JsonObject fields, AgentTool judged)
    {
        if (!judged.Enabled)
        {
            // The agent named a tool that is off: denied before any policy was asked.
            _permission = "deny";
            fields["evaluated_permission"] = _permission;
            return;
        }

        var evaluation = Json.Typed(judged.Policy);
        _permission = judged.Policy switch
        {
            "always_ask" => "ask",
            "auto" => call.Verdict,
            _ => "allow",
        };
        if (judged.Policy == "auto")
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

    /// <summary>Uses the client's answer; false means that the call now waits for another one.</summary>
    private bool TakeAnswer(JsonObject answer)
    {
        var goesOn = true;
        turn.Gate.Do(() =>
        {
            if (_pending!.Kind is not PendingKind.Confirmation)
            {
                turn.LastResultText = ToolResults.Text(answer);
                turn.Thread.Context.Read(turn.LastResultText);
                Complete();
            }
            else if (answer.Text("result") == "deny")
            {
                Finish(answer.Text("deny_message") ?? $"The user denied the call of {call.Name}.", isError: true);
            }
            else if (call.RunsAtWorker(turn.Engine.Session))
            {
                Await(PendingKind.ToolResult);
                goesOn = false;
            }
            else
            {
                Await(PendingKind.Service);
            }
        });
        return goesOn;
    }

    private void Await(PendingKind kind)
    {
        Forget();
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
        Forget();
        IsComplete = true;
    }

    private void Forget()
    {
        if (_pending is not null)
        {
            turn.Thread.Pending.Remove(_pending);
        }
    }
}
