using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>A test that follows a session whose stream and history it controls.</summary>
public abstract class FollowTest : IAsyncLifetime
{
    private readonly List<IAsyncEnumerator<SessionEvent>> _enumerators = [];

    /// <summary>The client's clock, which moves only while a test lets time pass.</summary>
    private protected ManualTimeProvider Clock { get; } = new();

    private protected StubSession Session { get; private set; } = null!;

    private protected ManagedAgentsClient Client { get; private set; } = null!;

    private protected List<SessionFollowNotice> Notices { get; } = [];

    public virtual async Task InitializeAsync()
    {
        Session = await StubSession.StartAsync();
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
            StubSession.Id,
            new SessionFollowOptions { From = from, OnNotice = Notices.Add, ReconnectTimeout = giveUpAfter ?? TimeSpan.FromHours(9) },
            cancellationToken);

    private protected IAsyncEnumerator<SessionEvent> Read(SessionEventFeed feed)
    {
        var enumerator = feed.GetAsyncEnumerator();
        _enumerators.Add(enumerator);
        return enumerator;
    }

    /// <summary>Asks for the next event while no time passes.</summary>
    private protected static async Task<SessionEvent> BeginNext(IAsyncEnumerator<SessionEvent> events) =>
        await events.MoveNextAsync() ? events.Current : throw new InvalidOperationException("The feed has ended.");

    private protected Task<SessionEvent> NextAsync(IAsyncEnumerator<SessionEvent> events) => PassAsync(BeginNext(events));

    /// <summary>Lets time pass until a task has ended.</summary>
    private protected async Task PassAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Clock.WaitForTimersAsync(1)).Guarded();
            if (!task.IsCompleted)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await task;
    }

    private protected async Task<T> PassAsync<T>(Task<T> task)
    {
        await PassAsync((Task)task);
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
