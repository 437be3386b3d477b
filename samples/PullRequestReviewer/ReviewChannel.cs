namespace PullRequestReviewer;

/// <summary>Posts reviews to an incoming webhook of a chat.</summary>
internal sealed class ReviewChannel(IConfiguration configuration) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task PostAsync(string text, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(configuration["CHANNEL_HOOK"] ?? throw new InvalidOperationException("Set CHANNEL_HOOK."), new { text }, cancellationToken);

        // When this throws, the webhook is not acknowledged and is delivered again.
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
