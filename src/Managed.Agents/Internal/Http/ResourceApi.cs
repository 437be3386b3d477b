using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>The operations of a resource client: requests over the shared connection with the beta values of the resource and the options of the caller.</summary>
internal sealed class ResourceApi(ApiConnection connection, CallOptions options, params string[] betas)
{
    public TimeProvider Time => connection.Time;

    public ILogger Logger => connection.Logger;

    public InMemoryToolCallStore ToolCalls => connection.ToolCalls;

    public TurnOptions? TurnDefaults => connection.TurnDefaults?.Value;

    public Task<T> GetAsync<T>(ApiPath path, CancellationToken cancellationToken) => GetAsync<T>(path, null, cancellationToken);

    public Task<T> GetAsync<T>(ApiPath path, QueryString? query, CancellationToken cancellationToken) =>
        CallAsync<T>(Request(HttpMethod.Get, path, query, CallKind.Read), cancellationToken);

    /// <summary>Sends a POST that creates or sends something each time the server accepts it.</summary>
    public Task<T> CreateAsync<TBody, T>(ApiPath path, TBody body, CancellationToken cancellationToken) =>
        CreateAsync<TBody, T>(path, null, body, cancellationToken);

    public Task<T> CreateAsync<TBody, T>(ApiPath path, QueryString? query, TBody body, CancellationToken cancellationToken) =>
        CallAsync<T>(Request(HttpMethod.Post, path, query, CallKind.CreateOrSend, Write(body)), cancellationToken);

    /// <summary>Sends a POST without a body that creates or starts something each time the server accepts it.</summary>
    public Task<T> CreateAsync<T>(ApiPath path, CancellationToken cancellationToken) => PostAsync<T>(path, null, CallKind.CreateOrSend, cancellationToken);

    /// <summary>Sends a POST that sets fields to values. It is idempotent.</summary>
    public Task<T> UpdateAsync<TBody, T>(ApiPath path, TBody body, CancellationToken cancellationToken) =>
        UpdateAsync<TBody, T>(path, null, body, cancellationToken);

    public Task<T> UpdateAsync<TBody, T>(ApiPath path, QueryString? query, TBody body, CancellationToken cancellationToken) =>
        CallAsync<T>(Request(HttpMethod.Post, path, query, CallKind.IdempotentWrite, Write(body)), cancellationToken);

    /// <summary>Sends an idempotent POST without a body, such as an archive.</summary>
    public Task<T> PostAsync<T>(ApiPath path, CancellationToken cancellationToken) =>
        CallAsync<T>(Request(HttpMethod.Post, path, null, CallKind.IdempotentWrite), cancellationToken);

    /// <summary>Sends a POST without a body.</summary>
    public Task<T> PostAsync<T>(ApiPath path, QueryString? query, CallKind kind, CancellationToken cancellationToken) =>
        CallAsync<T>(Request(HttpMethod.Post, path, query, kind), cancellationToken);

    /// <summary>Sends a GET that takes an item from a queue. Returns null if the queue is empty. It is not idempotent.</summary>
    public Task<T?> TakeAsync<T>(ApiPath path, QueryString query, (string Name, string Value)? header, CancellationToken cancellationToken)
        where T : class =>
        TryCallAsync<T>(Request(HttpMethod.Get, path, query, CallKind.CreateOrSend, header: header), cancellationToken);

    public Task<T> DeleteAsync<T>(ApiPath path, CancellationToken cancellationToken) => DeleteAsync<T>(path, null, cancellationToken);

    public Task<T> DeleteAsync<T>(ApiPath path, QueryString? query, CancellationToken cancellationToken) =>
        CallAsync<T>(Request(HttpMethod.Delete, path, query, CallKind.IdempotentWrite), cancellationToken);

    /// <summary>Sends a POST with files, which creates something each time the server accepts it.</summary>
    public Task<T> UploadAsync<T>(ApiPath path, MultipartUpload upload, CancellationToken cancellationToken) =>
        CallAsync<T>(new ApiRequest(HttpMethod.Post, path.ToString(), "", CallKind.CreateOrSend) { Betas = betas, Upload = upload }, cancellationToken);

    /// <summary>Opens a download.</summary>
    public async Task<Download> DownloadAsync(ApiPath path, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, path, null, CallKind.Download);
        var attempt = await connection.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
        return await Download.OpenAsync(request, attempt.Response!, options.Timeout ?? connection.Settings.Timeout, connection.Time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists items page by page. The query is built for each page from the cursor and the page size.</summary>
    public AsyncPageable<T> List<T>(ApiPath path, Func<string?, int?, QueryString> query, CancellationToken cancellationToken)
    {
        var text = path.ToString();
        return new AsyncPageable<T>(
            (cursor, pageSize, token) => PageAsync(
                new ApiRequest(HttpMethod.Get, text, query(cursor, pageSize).ToString(), CallKind.Read) { Betas = betas }, PageReader.Read<T>, token),
            cancellationToken);
    }

    /// <summary>Lists items page by page, with item ids as cursors.</summary>
    public AsyncPageable<T> ListById<T>(ApiPath path, Func<string?, int?, QueryString> query, bool isBackward, CancellationToken cancellationToken)
    {
        var text = path.ToString();
        return new AsyncPageable<T>(
            (cursor, pageSize, token) => PageAsync(
                new ApiRequest(HttpMethod.Get, text, query(cursor, pageSize).ToString(), CallKind.Read) { Betas = betas },
                (body, requestId) => PageReader.ReadById<T>(body, requestId, isBackward, isFirst: cursor is null),
                token),
            cancellationToken);
    }

    public async Task<EventStreamConnection> StreamAsync(ApiPath path, QueryString? query, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, path, query, CallKind.Stream);
        var attempt = await connection.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
        return await EventStreamConnection.OpenAsync(request, attempt.Response!, connection.Settings.StreamIdleTimeout, connection.Time, cancellationToken).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Write<TBody>(TBody body) => JsonSerializer.SerializeToUtf8Bytes(body, WireJson.TypeOf<TBody>());

    private ApiRequest Request(
        HttpMethod method, ApiPath path, QueryString? query, CallKind kind, ReadOnlyMemory<byte>? body = null, (string Name, string Value)? header = null) =>
        new(method, path.ToString(), query?.ToString() ?? "", kind) { Betas = betas, Body = body, Header = header };

    private async Task<T> CallAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        var attempt = await connection.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
        using var response = attempt.Response!;
        try
        {
            return JsonSerializer.Deserialize(LoneSurrogates.Repair(attempt.Body), WireJson.TypeOf<T>())
                ?? throw ErrorFactory.Unexpected(request, response, "the body is null.", "$");
        }
        catch (JsonException problem)
        {
            throw ErrorFactory.Unreadable(request, response, attempt.Body, problem);
        }
    }

    private async Task<T?> TryCallAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var attempt = await connection.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
        using var response = attempt.Response!;
        try
        {
            return response.StatusCode == HttpStatusCode.NoContent ? null : JsonSerializer.Deserialize(LoneSurrogates.Repair(attempt.Body), WireJson.TypeOf<T>());
        }
        catch (JsonException problem)
        {
            throw ErrorFactory.Unreadable(request, response, attempt.Body, problem);
        }
    }

    private async Task<Page<T>> PageAsync<T>(ApiRequest request, Func<byte[], string?, Page<T>> read, CancellationToken cancellationToken)
    {
        var attempt = await connection.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
        using var response = attempt.Response!;
        try
        {
            return read(attempt.Body, ResponseHeaders.RequestId(response));
        }
        catch (JsonException problem)
        {
            throw ErrorFactory.Unreadable(request, response, attempt.Body, problem);
        }
    }
}
