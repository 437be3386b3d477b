using Managed.Agents.Tests.Framework;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>The base class of tests that follow a session and control its stream and its history.</summary>
public abstract class FollowTestBase : IAsyncLifetime
{
    private readonly List<IAsyncEnumerator<SessionEvent>> _enumerators = [];

    /// <summary>The clock of the client, which moves only when a test advances it.</summary>
    private protected TestTimeProvider Clock { get; } = new();

    private protected ControlledSession Session { get; private set; } = null!;

    private protected ManagedAgentsClient Client { get; private set; } = null!;

    private protected List<SessionFollowNotice> Notices { get; } = [];

    public virtual async Task InitializeAsync()
    {
        Session = await ControlledSession.StartAsync();
        Client = Clients.To(Session.Address, options => options.Resilience = null, Clock);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var enumerator in _enumerators)
        {
            await enumerator.DisposeAsync();
        }

        Client.Dispose();
        await Session.DisposeAsync();
    }

    private protected SessionEventFeed Follow(SessionPosition? from = null, TimeSpan? giveUpAfter = null, CancellationToken cancellationToken = default) =>
        Client.Sessions.Events.FollowAsync(
            ControlledSession.Id,
            new SessionFollowOptions { From = from, OnNotice = Notices.Add, ReconnectTimeout = giveUpAfter ?? TimeSpan.FromHours(9) },
            cancellationToken);

    private protected IAsyncEnumerator<SessionEvent> Read(SessionEventFeed feed)
    {
        var enumerator = feed.GetAsyncEnumerator();
        _enumerators.Add(enumerator);
        return enumerator;
    }

    /// <summary>Requests the next event without advancing the time.</summary>
    private protected static async Task<SessionEvent> RequestNextAsync(IAsyncEnumerator<SessionEvent> events) =>
        await events.MoveNextAsync() ? events.Current : throw new InvalidOperationException("The feed has ended.");

    private protected Task<SessionEvent> NextAsync(IAsyncEnumerator<SessionEvent> events) => AdvanceUntilAsync(RequestNextAsync(events));

    /// <summary>Advances the time until the task completes.</summary>
    private protected Task AdvanceUntilAsync(Task task) => Clock.AdvanceUntilAsync(task, TimeSpan.FromSeconds(1));

    private protected async Task<T> AdvanceUntilAsync<T>(Task<T> task)
    {
        await AdvanceUntilAsync((Task)task);
        return await task;
    }

    private protected async Task<List<string>> NextIdsAsync(IAsyncEnumerator<SessionEvent> events, int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
        {
            ids.Add((await NextAsync(events)).Id);
        }

        return ids;
    }
}
