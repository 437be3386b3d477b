namespace Managed.Agents.Webhooks;

/// <summary>The keys that options name, ready for use, with what the options allow.</summary>
internal sealed class SigningKeys
{
    private readonly List<string> _malformed = [];

    public SigningKeys(WebhookOptions options)
    {
        Source = options;
        Tolerance = (long)options.Tolerance.TotalSeconds;
        MaximumBodyBytes = options.MaximumBodyBytes;
        var configured = options.SigningKeys.Count == 0 && ManagedAgentsEnvironment.Read(ManagedAgentsEnvironment.WebhookSigningKey) is { } key
            ? options.With(key).SigningKeys
            : options.SigningKeys;
        var usable = new List<SigningKey>(configured.Count);
        foreach (var (label, text) in configured)
        {
            if (SigningKey.TryParse(label, text) is { } parsed)
            {
                usable.Add(parsed);
            }
            else
            {
                _malformed.Add($"The webhook signing key '{label}' {SigningKey.Problem(text)}");
            }
        }

        Usable = [.. usable];
    }

    /// <summary>The options these keys were made from: others mean other keys.</summary>
    public WebhookOptions Source { get; }

    public SigningKey[] Usable { get; }

    /// <summary>In seconds, as the header is.</summary>
    public long Tolerance { get; }

    public int MaximumBodyBytes { get; }

    /// <summary>Why nothing can be verified; null when something can.</summary>
    public WebhookVerification? Refusal => Usable.Length > 0
        ? null
        : _malformed.Count > 0
            ? new WebhookVerification(WebhookRefusal.MalformedKey, string.Join(' ', _malformed))
            : new WebhookVerification(
                WebhookRefusal.NoKey,
                $"No webhook signing key is configured, so every delivery is refused: set {nameof(WebhookOptions)}.{nameof(WebhookOptions.SigningKeys)} or the environment variable {ManagedAgentsEnvironment.WebhookSigningKey}.");

    /// <summary>The keys for a message: labels, and what is wrong with those that could not be tried.</summary>
    public string Describe() =>
        $"{(Usable.Length == 1 ? "the key" : "any of the keys")} {string.Join(", ", Usable.Select(static key => $"'{key.Label}'"))}.{string.Concat(_malformed.Select(static problem => $" {problem}"))}";
}
