using Managed.Agents.Tests.Framework;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>The base class of tests of sends to an unreliable session.</summary>
public abstract class SendTestBase
{
    private static readonly TimeSpan SettleDelay = TimeSpan.FromSeconds(10);

    private protected TestTimeProvider Clock { get; } = new();

    private protected static string Message(string text) => $$"""{"type":"user.message","content":[{"type":"text","text":"{{text}}"}]}""";

    private protected static void Store(UnreliableSession session, int count, string json)
    {
        for (var i = 0; i < count; i++)
        {
            session.Store(json);
        }
    }

    /// <summary>Starts a session with earlier messages that all have the text of the send.</summary>
    private protected async Task<UnreliableSession> StartAsync(int earlier, params SendBehavior[] behaviors)
    {
        var session = await UnreliableSession.StartAsync(Clock, behaviors);
        Store(session, earlier, Message("hi"));
        return session;
    }

    private protected Task<SendOnceResult> SendAsync(UnreliableSession session, IReadOnlyList<SessionInput> inputs) =>
        FinishAsync(session, session.Client.Sessions.Events.SendOnceAsync("sesn_1", inputs));

    private protected async Task<SendOnceResult> FinishAsync(UnreliableSession session, Task<SendOnceResult> sending)
    {
        while (await Task.WhenAny(sending, Clock.WaitForTimersAsync(1)).Guarded() != sending)
        {
            session.Advance(SettleDelay);
        }

        return await sending;
    }
}
