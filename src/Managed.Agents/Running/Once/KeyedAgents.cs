using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Finds the agent with a key, or creates it. If several callers create one at the same time, all but the oldest are archived.</summary>
internal sealed class KeyedAgents(AgentsClient agents, string key, ILogger logger)
{
    private readonly string _marker = Guid.NewGuid().ToString("N");

    public async Task<GetOrCreateResult<Agent>> GetOrCreateAsync(AgentCreateRequest request, OnceOptions? options, CancellationToken cancellationToken)
    {
        if (await ListAsync(cancellationToken).ConfigureAwait(false) is [var oldest, .. var others])
        {
            return new GetOrCreateResult<Agent> { Value = oldest, Duplicates = others };
        }

        var created = await agents.CreateOnceAsync(request, _marker, options, cancellationToken).ConfigureAwait(false);

        // Another caller may have created an agent too. The list can be slightly behind, so the own agent is added.
        IEnumerable<Agent> own = created.Value is { } value ? [value] : created.Candidates;
        var all = Sort((await ListAsync(cancellationToken).ConfigureAwait(false)).UnionBy(own, static agent => agent.Id));
        if (all.Count == 0)
        {
            created.Problem!.MayHaveTakenEffect = true;
            ExceptionDispatchInfo.Throw(created.Problem);
        }

        var winner = all[0];
        var duplicates = new List<Agent>();
        foreach (var other in all.Skip(1))
        {
            if (!IsOwn(other, created) || !await TryArchiveAsync(other, cancellationToken).ConfigureAwait(false))
            {
                duplicates.Add(other);
            }
        }

        return new GetOrCreateResult<Agent> { Value = winner, WasCreated = IsOwn(winner, created), Duplicates = duplicates };
    }

    /// <summary>Sorts agents oldest first, so that all callers choose the same one. Agents of the same time keep their order.</summary>
    private static List<Agent> Sort(IEnumerable<Agent> agents) => [.. agents.OrderBy(static agent => agent.CreatedAt)];

    private bool IsOwn(Agent agent, CreateOnceResult<Agent> created) =>
        agent.Id == created.Value?.Id || agent.Metadata.GetValueOrDefault(CreateMarker.Key) == _marker;

    private async Task<List<Agent>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<Agent>();
        await foreach (var agent in agents.ListAsync(new AgentListOptions { PageSize = OnceCreator.PageSize }, cancellationToken).ConfigureAwait(false))
        {
            if (agent.ArchivedAt is null && agent.Metadata.GetValueOrDefault(AgentKey.MetadataKey) == key)
            {
                found.Add(agent);
            }
        }

        // The list is newest first. For agents of the same time, its order decides.
        found.Reverse();
        return Sort(found);
    }

    private async Task<bool> TryArchiveAsync(Agent agent, CancellationToken cancellationToken)
    {
        try
        {
            await agents.ArchiveAsync(agent.Id, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ManagedAgentsException failure)
        {
            logger.DuplicateAgentNotArchived(agent.Id, failure.Message);
            return false;
        }
    }
}
