using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// Validates a batch of inputs against the session's state. Checks them in order, because an answer in the batch permits a later message. The
/// batch is accepted or refused as a whole.
/// </summary>
internal sealed class InputRules(SessionState session, bool atBudget, string path = "events")
{
    private readonly AnswerRules _answers = new(session);
    private bool _outcomeActive = session.Outcome is not null;
    private bool _interrupted;

    public void Check(JsonArray inputs)
    {
        if (session.IsTerminated)
        {
            throw ApiError.InvalidRequest($"Session {session.Id} is terminated and accepts no more events.");
        }

        if (inputs.Count == 0)
        {
            throw ApiError.InvalidRequest($"{path}: must not be empty.");
        }

        JsonObject? previous = null;
        foreach (var (index, input) in inputs.OfType<JsonObject>().WithIndex())
        {
            var at = $"{path}[{index}]";
            ContentRules.Check(input, at);
            switch (input.Text("type"))
            {
                case "user.message":
                    CheckMessage(at);
                    break;
                case "user.interrupt":
                    CheckInterrupt(input, at);
                    break;
                case "user.define_outcome":
                    CheckOutcome(input, at);
                    break;
                case "system.message":
                    CheckSystem(input, previous, index == inputs.Count - 1, at);
                    break;
                default:
                    _answers.Check(input, at);
                    break;
            }

            previous = input;
        }
    }

    // Calls that an interrupt closes need no answer.
    private bool AwaitsClient() =>
        !_interrupted && session.Status is SessionStatus.Idle && session.Threads.SelectMany(static thread => thread.Unanswered).Any(call => !_answers.HasAnswered(call.EventId));

    private void CheckMessage(string path)
    {
        if (atBudget)
        {
            throw ApiError.InvalidRequest($"{path}: the session has reached its budget. Raise or remove the budget first.");
        }

        if (AwaitsClient())
        {
            throw ApiError.InvalidRequest($"{path}: the session waits for answers (requires_action). Answer all calls before sending a message.");
        }
    }

    private void CheckInterrupt(JsonObject input, string path)
    {
        if (input.Text("session_thread_id") is not { } id)
        {
            _interrupted = true;
            return;
        }

        var thread = session.Threads.Find(thread => thread.Id == id) ?? throw ApiError.InvalidRequest($"{path}.session_thread_id: there is no thread {id}.");
        if (thread.Status is SessionStatus.Terminated || thread.ArchivedAt is not null)
        {
            throw ApiError.InvalidRequest($"{path}.session_thread_id: thread {id} is terminated.");
        }
    }

    private void CheckOutcome(JsonObject input, string path)
    {
        CheckMessage(path);
        if (_outcomeActive)
        {
            throw ApiError.InvalidRequest($"{path}: an outcome is still active. Wait until it has ended.");
        }

        if (input.Number("max_iterations") is < 1)
        {
            throw ApiError.InvalidRequest($"{path}.max_iterations: must be at least 1.");
        }

        _outcomeActive = true;
    }

    private void CheckSystem(JsonObject input, JsonObject? previous, bool isLast, string path)
    {
        var blocks = input.List("content").Count;
        if (blocks is < 1 or > 1000)
        {
            throw ApiError.InvalidRequest($"{path}.content: must have 1 to 1000 text blocks.");
        }

        if (!isLast)
        {
            throw ApiError.InvalidRequest($"{path}: system.message must be the last event of its request, and the only one.");
        }

        if (!ModelRules.TakesMidConversationSystem(session.Agent["model"].Text("id")!))
        {
            throw ApiError.InvalidRequest($"{path}: model_does_not_support_mid_conversation_system: {session.Agent["model"].Text("id")}.");
        }

        if (atBudget)
        {
            throw ApiError.InvalidRequest($"{path}: the session has reached its budget.");
        }

        var preceding = previous.Text("type");
        var isResult = preceding is "user.tool_result" or "user.custom_tool_result";
        if (preceding is null ? session.Status is not SessionStatus.Idle || AwaitsClient() : !isResult && preceding != "user.message")
        {
            throw ApiError.InvalidRequest($"{path}: system.message must directly follow a user.message or a tool result, or be the only event while the session is idle and waits for no answer.");
        }
    }
}
