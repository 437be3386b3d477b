using System.Collections.Concurrent;

namespace Managed.Agents.Emulator;

/// <summary>The keys that the emulator accepts.</summary>
internal sealed class ApiKeyRegistry(string apiKey, string? workerKey, IdFactory ids)
{
    private readonly ConcurrentDictionary<string, Caller> _workers = new(StringComparer.Ordinal);

    public string AddEnvironmentKey(string environmentId) => Add("sk-ant-oat01", new Caller(environmentId));

    public string AddWorkToken(WorkItemState item) => Add("sk-ant-req", new Caller(item.EnvironmentId, item.Id, item.SessionId));

    /// <summary>Gets the owner of a key, or null if the key is unknown.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isBearer">Whether it was sent as a bearer token. Worker keys are valid only as bearer tokens.</param>
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
