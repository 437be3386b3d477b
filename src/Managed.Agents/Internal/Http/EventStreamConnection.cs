namespace Managed.Agents;

/// <summary>The open connection under an event stream.</summary>
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

    /// <summary>Takes over an answer whose headers have arrived.</summary>
    /// <exception cref="ManagedAgentsResponseException">The answer is no event stream.</exception>
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
                    $"it is {mediaType ?? "of no content type"} instead of text/event-stream. Is something between the client and the API answering in its place?");
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
