namespace Managed.Agents;

/// <summary>The open connection of an event stream.</summary>
internal sealed class EventStreamConnection : IDisposable
{
    private readonly HttpResponseMessage _response;

    private EventStreamConnection(ApiRequest request, HttpResponseMessage response, IdleTimeoutStream body)
    {
        _response = response;
        Request = request;
        Body = body;
        RequestId = ResponseHeaders.RequestId(response);
    }

    public ApiRequest Request { get; }

    public string? RequestId { get; }

    public IdleTimeoutStream Body { get; }

    /// <summary>Creates a connection from a response whose headers have arrived. The connection owns the response.</summary>
    /// <exception cref="ManagedAgentsResponseException">The response is not an event stream.</exception>
    public static async Task<EventStreamConnection> OpenAsync(
        ApiRequest request, HttpResponseMessage response, TimeSpan idleLimit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var mediaType = response.Content.Headers.ContentType?.MediaType;
            if (!string.Equals(mediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase))
            {
                throw ErrorFactory.Unexpected(
                    request,
                    response,
                    $"it has {(mediaType is null ? "no content type" : $"the content type {mediaType}")} instead of text/event-stream. Check whether a proxy or gateway responds instead of the API.");
            }

            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new EventStreamConnection(request, response, new IdleTimeoutStream(body, idleLimit, time, cancellationToken));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Body.Dispose();
        _response.Dispose();
    }
}
