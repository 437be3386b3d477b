using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>The innermost handler. Adds the credential to a request while it is being sent.</summary>
internal sealed class AuthenticationHandler(Credential credential) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = request as ApiMessage;
        Authenticate(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            message?.MarkSent();
            return response;
        }
        catch (Exception error)
        {
            message?.RecordFailure(error);
            throw;
        }
        finally
        {
            // Outer handlers can read the request after the response arrives and must not see the credential.
            request.Headers.Authorization = null;
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Synchronous sending is not supported. Use SendAsync.");

    private void Authenticate(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential.Value);
        if (credential.IsToken)
        {
            var betas = request.Headers.TryGetValues(ApiHeaders.Beta, out var values) ? string.Join(',', values) : null;
            if (betas?.Contains(BetaValues.OAuth, StringComparison.Ordinal) != true)
            {
                request.Headers.Remove(ApiHeaders.Beta);
                request.Headers.Add(ApiHeaders.Beta, betas is null ? BetaValues.OAuth : $"{betas},{BetaValues.OAuth}");
            }
        }
    }
}

/// <summary>The credential of a client: an API key or a bearer token.</summary>
internal sealed class Credential(string value, bool isToken)
{
    public string Value => value;

    public bool IsToken => isToken;

    public override string ToString() => "***";
}
