using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Sends the webhooks for API calls that change a resource.</summary>
internal static class ResourceWebhooks
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["agents.create"] = "agent.created",
        ["agents.update"] = "agent.updated",
        ["agents.archive"] = "agent.archived",
        ["environments.create"] = "environment.created",
        ["environments.update"] = "environment.updated",
        ["environments.archive"] = "environment.archived",
        ["environments.delete"] = "environment.deleted",
        ["sessions.create"] = "session.created",
        ["sessions.archive"] = "session.archived",
        ["sessions.delete"] = "session.deleted",
        ["deployments.create"] = "deployment.created",
        ["deployments.update"] = "deployment.updated",
        ["deployments.pause"] = "deployment.paused",
        ["deployments.unpause"] = "deployment.unpaused",
        ["deployments.archive"] = "deployment.archived",
        ["vaults.create"] = "vault.created",
        ["vaults.archive"] = "vault.archived",
        ["vaults.delete"] = "vault.deleted",
        ["vaults.credentials.create"] = "vault_credential.created",
        ["vaults.credentials.archive"] = "vault_credential.archived",
        ["vaults.credentials.delete"] = "vault_credential.deleted",
        ["memory_stores.create"] = "memory_store.created",
        ["memory_stores.archive"] = "memory_store.archived",
        ["memory_stores.delete"] = "memory_store.deleted",
    };

    /// <summary>Sends the webhook of a completed call, if it has one.</summary>
    public static void Send(WebhookDispatcher webhooks, ApiCall call, JsonNode? answer)
    {
        if (!Types.TryGetValue(call.Operation.Id, out var type) || answer.Text("id") is not { } id)
        {
            return;
        }

        if (type.StartsWith("vault_credential.", StringComparison.Ordinal))
        {
            webhooks.Send(type, id, at: null, ("vault_id", call.Route("vault_id")));
        }
        else
        {
            webhooks.Send(type, id);
        }
    }
}
