using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Creates objects once: with a marker in their metadata, by which they are looked up before the create is retried.</summary>
internal static class OnceCreator
{
    public const int PageSize = 100;

    /// <summary>Creates an object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="api">The API of the client, or null if the client is a mock.</param>
    /// <param name="request">The request.</param>
    /// <param name="metadata">The metadata of the request.</param>
    /// <param name="marker">The marker, or null for a random one.</param>
    /// <param name="options">How long to wait before the lookup, and the maximum number of attempts.</param>
    /// <param name="create">Creates the object with this metadata.</param>
    /// <param name="list">Lists the objects, with archived ones, <see cref="PageSize"/> per page. The time is for a filter: the object is not older.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<CreateOnceResult<T>> RunAsync<T>(
        ResourceApi? api, object? request, Metadata? metadata, string? marker, OnceOptions? options,
        Func<Metadata, CancellationToken, Task<T>> create, Func<DateTimeOffset, CancellationToken, AsyncPageable<T>> list, CancellationToken cancellationToken)
        where T : class, ICreatedObject
    {
        ArgumentNullException.ThrowIfNull(request);
        var mark = marker ?? Guid.NewGuid().ToString("N");
        var marked = CreateMarker.AddTo(metadata!, mark);
        var time = api?.Time ?? TimeProvider.System;
        var search = new MarkerSearch<T>(list, mark, time);
        return new OnceCreation<T>(token => create(marked, token), search, mark, options ?? new OnceOptions(), time, api?.Logger ?? NullLogger.Instance)
            .RunAsync(cancellationToken);
    }
}
