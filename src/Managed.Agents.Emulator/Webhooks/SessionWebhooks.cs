using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Sends the webhooks for session events, with the documented <c>status_*</c> names.</summary>
internal static class SessionWebhooks
{
    public static void Send(WebhookDispatcher webhooks, SessionState session, JsonObject content, DateTimeOffset at)
    {
        var type = content.Text("type");
        switch (type)
        {
            case "session.status_running":
                webhooks.Send("session.status_run_started", session.Id, at);
                break;
            case "session.status_idle":
                webhooks.Send("session.status_idled", session.Id, at);
                var reason = content["stop_reason"].Text("type");
                if (reason is "requires_action" or "budget_reached")
                {
                    webhooks.Send($"session.{reason}", session.Id, at);
                }

                break;
            case "session.status_rescheduled" or "session.status_terminated" or "session.updated":
                webhooks.Send(type, session.Id, at);
                break;
            case "span.outcome_evaluation_end":
                webhooks.Send("session.outcome_evaluation_ended", session.Id, at);
                break;
            case "session.thread_created" or "session.thread_status_idle" or "session.thread_status_terminated"
                when content.Text("session_thread_id") is { } thread && thread != session.Primary.Id:
                webhooks.Send(type.Replace("status_idle", "idled", StringComparison.Ordinal).Replace("status_", "", StringComparison.Ordinal), session.Id, at, ("session_thread_id", thread));
                break;
        }
    }
}
