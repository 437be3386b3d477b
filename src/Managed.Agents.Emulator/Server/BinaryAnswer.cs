using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>A response with the content of a file, sent without buffering it in memory.</summary>
internal sealed class BinaryAnswer(Stream content, string contentType, string fileName) : IDisposable
{
    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
        await content.CopyToAsync(response.Body, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => content.Dispose();
}
