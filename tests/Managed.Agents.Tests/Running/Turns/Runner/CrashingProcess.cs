using Managed.Agents.Tests.Running.Tools;
using Microsoft.Extensions.AI;

namespace Managed.Agents.Tests.Running.Turns.Runner;

/// <summary>A process that crashes after a number of steps: before, during or after a run, or between saving and sending. After the crash it does nothing.</summary>
/// <remarks>Its network is unreliable, too: requests and responses are lost.</remarks>
internal sealed class CrashingProcess(int steps, int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly CancellationTokenSource _crash = new();
    private readonly Random _random = new(seed);
    private int _left = steps;

    public CancellationToken Crashed => _crash.Token;

    public AIFunction Tool(string name, string result, Action<string> affect) => TestTools.Of(name, async (arguments, _) =>
    {
        Step();
        await Task.Yield();
        Step();
        affect(((ToolCall)arguments.Context![typeof(ToolCall)]!).Id);
        Step();
        return result;
    });

    public IToolCallStore Wrap(IToolCallStore store) => new CrashingStore(this, store);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Step();
        LoseSometimes();
        var response = await base.SendAsync(request, cancellationToken);
        Step();
        LoseSometimes();
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _crash.Dispose();
    }

    private void Step()
    {
        if (Interlocked.Decrement(ref _left) <= 0)
        {
            _crash.Cancel();
            throw new InvalidOperationException("The process has crashed.");
        }
    }

    private void LoseSometimes()
    {
        lock (_random)
        {
            if (_random.Next(10) == 0)
            {
                throw new HttpRequestException(HttpRequestError.Unknown, "The connection was lost.");
            }
        }
    }

    private sealed class CrashingStore(CrashingProcess process, IToolCallStore store) : IToolCallStore
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
