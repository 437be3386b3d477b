using System.Collections.Concurrent;

namespace Managed.Agents.Emulator;

/// <summary>The keys that open the emulator.</summary>
internal sealed class KeyRing(string apiKey, string? workerKey, IdFactory ids)
{
    private readonly ConcurrentDictionary<string, Caller> _workers = new(StringComparer.Ordinal);

    public string AddEnvironmentKey(string environmentId) => Add("sk-ant-oat01", new Caller(environmentId));

    public string AddWorkToken(WorkItemState item) => Add("sk-ant-req", new Caller(item.EnvironmentId, item.Id, item.SessionId));

    /// <summary>Who a key belongs to, or null where nobody has it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isBearer">Whether it came as a bearer token, the only way for the keys of workers.</param>
    public Caller? Find(string key, bool isBearer)
    {
        if (key == apiKey)
        {
            return Caller.ApiKey;
        }

        return !isBearer ? null : key == workerKey ? Caller.EveryWorker : _workers.GetValueOrDefault(key);
    }

    private string Add(string prefix, Caller caller)
    {
        var key = ids.New(prefix).Replace('_', '-');
        _workers[key] = caller;
        return key;
    }
}
