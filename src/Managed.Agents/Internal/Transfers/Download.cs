using System.Buffers;

namespace Managed.Agents;

/// <summary>A response whose content is read as a stream.</summary>
internal sealed class Download : IDisposable
{
    private const int ChunkSize = 128 * 1024;

    private readonly ApiRequest _request;
    private readonly HttpResponseMessage _response;
    private readonly IdleTimeoutStream _body;

    private Download(ApiRequest request, HttpResponseMessage response, IdleTimeoutStream body)
    {
        _request = request;
        _response = response;
        _body = body;
    }

    private long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Creates a download from a response whose headers have arrived. The download owns the response.</summary>
    public static async Task<Download> OpenAsync(ApiRequest request, HttpResponseMessage response, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new Download(request, response, new IdleTimeoutStream(body, limit, time, cancellationToken));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Copies the content to a stream. Exceptions from reading the response become exceptions of this library. Exceptions from the
    /// destination are passed on unchanged.
    /// </summary>
    public async Task CopyToAsync(Stream destination, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var received = 0L;
            for (var read = await ReadAsync(buffer, received, cancellationToken).ConfigureAwait(false);
                read > 0;
                read = await ReadAsync(buffer, received, cancellationToken).ConfigureAwait(false))
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                received += read;
                progress?.Report(new TransferProgress(received, Length));
            }

            if (received < Length)
            {
                throw ErrorFactory.FromInterruptedDownload(_request, received, Length, ResponseHeaders.RequestId(_response), new HttpIOException(HttpRequestError.ResponseEnded));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public ManagedAgentsResponseException InvalidContent(string why) =>
        ErrorFactory.Unexpected(_request, _response, why);

    public void Dispose()
    {
        _body.Dispose();
        _response.Dispose();
    }

    private async ValueTask<int> ReadAsync(byte[] buffer, long received, CancellationToken cancellationToken)
    {
        try
        {
            return await _body.ReadAsync(buffer.AsMemory(0, ChunkSize), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The download was canceled.", cause, cancellationToken);
        }
        catch (Exception cause) when (_body.HasExpired)
        {
            throw ErrorFactory.FromTimeout(_request, _body.Limit, ResponseHeaders.RequestId(_response), cause);
        }
        catch (Exception cause)
        {
            throw ErrorFactory.FromInterruptedDownload(_request, received, Length, ResponseHeaders.RequestId(_response), cause);
        }
    }
}
