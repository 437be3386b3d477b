namespace Managed.Agents;

/// <summary>
/// Sets options that have no value from the environment variables of the official clients. An empty variable is treated as missing.
/// </summary>
internal static class ManagedAgentsEnvironment
{
    public const string ApiKey = "ANTHROPIC_API_KEY";
    public const string AuthToken = "ANTHROPIC_AUTH_TOKEN";
    public const string BaseUrl = "ANTHROPIC_BASE_URL";
    public const string WebhookSigningKey = "ANTHROPIC_WEBHOOK_SIGNING_KEY";

    private static readonly Uri DefaultBaseAddress = new("https://api.anthropic.com");

    public static void Fill(ManagedAgentsOptions options)
    {
        if (options.ApiKey is null && options.AuthToken is null)
        {
            options.ApiKey = Read(ApiKey);
            options.AuthToken = options.ApiKey is null ? Read(AuthToken) : null;
        }

        if (options.Webhooks.SigningKeys.Count == 0)
        {
            options.WebhookSigningKey ??= Read(WebhookSigningKey);
        }

        options.BaseAddress ??= Read(BaseUrl) is { } url ? Address(url) : DefaultBaseAddress;
    }

    /// <summary>Returns an environment variable, or null if it is missing or empty.</summary>
    public static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    // An invalid address is kept as a relative URI so that the validator can show it.
    private static Uri Address(string url) =>
        Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var address) ? address : new Uri(Uri.EscapeDataString(url), UriKind.Relative);
}
