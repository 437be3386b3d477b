using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>The last handler before the wire: the only place that puts the credential on a request.</summary>
internal sealed class AuthenticationHandler(Credential credential) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Authenticate(request);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Authenticate(request);
        return base.Send(request, cancellationToken);
    }

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
