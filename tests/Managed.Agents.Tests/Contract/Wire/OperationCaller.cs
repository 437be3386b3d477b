using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Managed.Agents.Tests.Contract;

/// <summary>Calls the method of an operation as a user would, with arguments made for the test.</summary>
internal sealed class OperationCaller(OperationBinding binding) : IDisposable
{
    private static readonly MethodInfo ReadPagesMethod = typeof(OperationCaller).GetMethod(nameof(ReadPagesAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo ReadStreamMethod = typeof(OperationCaller).GetMethod(nameof(ReadStreamAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly MemoryStream _destination = new();

    /// <summary>The id for each path parameter.</summary>
    public Dictionary<string, string> Ids { get; init; } = binding.Ids.Keys.ToDictionary(static name => name, static name => $"{name}_1", StringComparer.Ordinal);

    /// <summary>The options of the client; null for none.</summary>
    public CallOptions? Options { get; init; } = binding.CallerBetas.Count == 0 ? null : new CallOptions { Betas = binding.CallerBetas };

    /// <summary>The body, or its only field.</summary>
    public object? Body { get; init; }

    /// <summary>The value for each query parameter.</summary>
    public Dictionary<string, object?> Query { get; init; } = [];

    /// <summary>The value for each header that the options of the call have.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The number of events to read from a stream.</summary>
    public int EventCount { get; init; }

    public void Dispose() => _destination.Dispose();

    /// <summary>Makes the call and returns its result: one object, pages or events.</summary>
    public async Task<CallResult> CallAsync(ManagedAgentsClient client)
    {
        object? returned;
        try
        {
            returned = binding.Method.Call(Options is null ? client : client.With(Options), ArgumentFor);
        }
        catch (TargetInvocationException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerException!);
            throw;
        }

        if (binding.Kind == ResultKind.Page)
        {
            var cursor = Query.FirstOrDefault(entry => binding.Query[entry.Key].IsCursor).Value;
            return await (Task<CallResult>)ReadPagesMethod.MakeGenericMethod(binding.ResultType).Invoke(null, [returned, cursor])!;
        }

        var task = (Task)returned!;
        await task;
        if (binding.Kind == ResultKind.Binary)
        {
            return new CallResult([_destination.ToArray()], []);
        }

        var result = task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task);
        return binding.Kind == ResultKind.Stream
            ? await (Task<CallResult>)ReadStreamMethod.MakeGenericMethod(binding.ResultType).Invoke(null, [result, EventCount])!
            : new CallResult([result], []);
    }

    private static async Task<CallResult> ReadPagesAsync<T>(AsyncPageable<T> list, string? cursor)
    {
        var items = new List<object?>();
        var pages = new List<IReadOnlyDictionary<string, object?>>();
        await foreach (var page in list.AsPages(cursor))
        {
            items.AddRange(page.Items.Cast<object?>());
            pages.Add(typeof(Page<T>).GetProperties().ToDictionary(static property => property.Name, property => property.GetValue(page), StringComparer.Ordinal));
        }

        return new CallResult(items, pages);
    }

    private static async Task<CallResult> ReadStreamAsync<T>(IAsyncEnumerable<T> stream, int count)
    {
        var events = new List<object?>();
        if (count == 0)
        {
            await ((IAsyncDisposable)stream).DisposeAsync();
            return new CallResult([], []);
        }

        await foreach (var item in stream)
        {
            events.Add(item);
            if (events.Count == count)
            {
                break;
            }
        }

        return new CallResult(events, []);
    }

    private object? ArgumentFor(ParameterInfo parameter)
    {
        foreach (var (name, id) in binding.Ids)
        {
            if (id == parameter)
            {
                return Ids[name];
            }
        }

        if (parameter.ParameterType == typeof(Stream))
        {
            return _destination;
        }

        if (parameter == binding.Body)
        {
            return Body;
        }

        if (parameter == binding.Options)
        {
            return OptionsFor(parameter.ParameterType);
        }

        var query = binding.Query.FirstOrDefault(entry => entry.Value.Parameter == parameter);
        return query.Key is null ? null : Query.GetValueOrDefault(query.Key);
    }

    private object? OptionsFor(Type type)
    {
        var set = Query.Where(entry => binding.Query[entry.Key].Option is not null)
            .Select(entry => (Property: binding.Query[entry.Key].Option!, entry.Value))
            .Concat(Headers.Select(entry => (Property: binding.Headers[entry.Key], Value: (object?)entry.Value)))
            .ToList();
        if (set.Count == 0)
        {
            return null;
        }

        var options = Activator.CreateInstance(type)!;
        foreach (var (property, value) in set)
        {
            property.SetValue(options, value);
        }

        return options;
    }
}

/// <summary>The result of a call.</summary>
/// <param name="Items">The object, or null; the items of all pages; the events.</param>
/// <param name="Pages">The properties of each page.</param>
internal sealed record CallResult(IReadOnlyList<object?> Items, IReadOnlyList<IReadOnlyDictionary<string, object?>> Pages);
