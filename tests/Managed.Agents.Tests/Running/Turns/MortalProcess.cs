using Managed.Agents.Tests.Running.Tools;
using Microsoft.Extensions.AI;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>A process that dies after some steps, wherever it is: before, during or after a run, between saving and posting. Dead, it does nothing any more.</summary>
/// <remarks>Its network is bad, too: sends are lost on the way there and on the way back.</remarks>
internal sealed class MortalProcess(int steps, int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly CancellationTokenSource _death = new();
    private readonly Random _random = new(seed);
    private int _left = steps;

    public CancellationToken Death => _death.Token;

    public AIFunction Tool(string name, string result, Action<string> affect) => TestTools.Of(name, async (arguments, _) =>
    {
        Step();
        await Task.Yield();
        Step();
        affect(((ToolCall)arguments.Context![typeof(ToolCall)]!).Id);
        Step();
        return result;
    });

    public IToolCallStore Over(IToolCallStore store) => new MortalStore(this, store);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Step();
        Lose();
        var response = await base.SendAsync(request, cancellationToken);
        Step();
        Lose();
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _death.Dispose();
    }

    private void Step()
    {
        if (Interlocked.Decrement(ref _left) <= 0)
        {
            _death.Cancel();
            throw new InvalidOperationException("This process is dead.");
        }
    }

    private void Lose()
    {
        lock (_random)
        {
            if (_random.Next(10) == 0)
            {
                throw new HttpRequestException(HttpRequestError.Unknown, "Lost on the way.");
            }
        }
    }

    private sealed class MortalStore(MortalProcess process, IToolCallStore store) : IToolCallStore
    {
        public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default)
        {
            process.Step();
            return store.GetAsync(sessionId, callId, cancellationToken);
        }

        public async ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default)
        {
            process.Step();
            var written = await store.TryWriteAsync(record, expectedRevision, cancellationToken);
            process.Step();
            return written;
        }
    }
}
