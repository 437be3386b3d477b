using System.Runtime.InteropServices;

namespace Managed.Agents;

/// <summary>The calls of an executor. When there are too many, those that were not used for the longest time are forgotten.</summary>
internal sealed class CallMemory(int capacity)
{
    private readonly object _gate = new();
    private readonly Dictionary<(string SessionId, string CallId), Slot> _calls = [];
    private readonly LinkedList<(string SessionId, string CallId)> _unused = [];

    /// <summary>Opens a call. It is not forgotten while it is open.</summary>
    public OpenCall Open(ToolCall call)
    {
        var key = (call.SessionId, call.Id);
        lock (_gate)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, key, out _);
            slot ??= new Slot();
            slot.Users++;
            if (slot.Unused is { } node)
            {
                _unused.Remove(node);
                slot.Unused = null;
            }

            return new OpenCall(this, key, slot.Call);
        }
    }

    private void Close((string SessionId, string CallId) key)
    {
        lock (_gate)
        {
            var slot = _calls[key];
            if (--slot.Users > 0)
            {
                return;
            }

            slot.Unused = _unused.AddLast(key);
            if (_calls.Count > capacity)
            {
                _calls.Remove(_unused.First!.Value);
                _unused.RemoveFirst();
            }
        }
    }

    /// <summary>A call that is in use until this is disposed.</summary>
    public readonly struct OpenCall(CallMemory memory, (string SessionId, string CallId) key, RememberedCall call) : IDisposable
    {
        public RememberedCall Call => call;

        public void Dispose() => memory.Close(key);
    }

    private sealed class Slot
    {
        public RememberedCall Call { get; } = new();

        public int Users { get; set; }

        public LinkedListNode<(string SessionId, string CallId)>? Unused { get; set; }
    }
}
