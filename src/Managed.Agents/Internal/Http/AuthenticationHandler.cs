using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>The last handler before the wire: the only place that puts the credential on a request, and for as long as it is under way.</summary>
internal sealed class AuthenticationHandler(Credential credential) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = request as ApiMessage;
        Authenticate(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            message?.NoteArrival();
            return response;
        }
        catch (Exception error)
        {
            message?.NoteFailure(error);
            throw;
        }
        finally
        {
            // The handlers before this one hold the same request, and look at it when the answer is there.
            request.Headers.Authorization = null;
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The client sends asynchronously.");

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

/// <summary>What authenticates a call: an API key, or a bearer token that is none.</summary>
internal sealed class Credential(string value, bool isToken)
{
    public string Value => value;

    public bool IsToken => isToken;

    public override string ToString() => "***";
}
