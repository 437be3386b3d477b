using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.AspNetCore;

/// <summary>Reads the headers of a delivery from a request.</summary>
internal static class RequestWebhookHeaders
{
    // The service sends the id and the timestamp once; repeated values are joined with a comma and fail the verification. Signatures can be repeated.
    public static WebhookHeaders Of(HttpRequest request) => new(
        request.Headers[WebhookHeaders.IdName],
        request.Headers[WebhookHeaders.TimestampName],
        string.Join(' ', (IEnumerable<string?>)request.Headers[WebhookHeaders.SignatureName]));
}
