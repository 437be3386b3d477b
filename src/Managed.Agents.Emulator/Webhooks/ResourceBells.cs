using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Which notices follow from a call that changed a resource.</summary>
internal static class ResourceBells
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

    /// <summary>Rings after a call that was carried out.</summary>
    public static void Ring(WebhookPost post, ApiCall call, JsonNode? answer)
    {
        if (!Types.TryGetValue(call.Operation.Id, out var type) || answer.Text("id") is not { } id)
        {
            return;
        }

        if (type.StartsWith("vault_credential.", StringComparison.Ordinal))
        {
            post.Ring(type, id, at: null, ("vault_id", call.Route("vault_id")));
        }
        else
        {
            post.Ring(type, id);
        }
    }
}
