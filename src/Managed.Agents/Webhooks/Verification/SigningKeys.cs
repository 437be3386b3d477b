namespace Managed.Agents.Webhooks;

/// <summary>The decoded keys and the limits of one set of options.</summary>
internal sealed class SigningKeys
{
    private readonly List<string> _invalid = [];

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
                _invalid.Add($"The webhook signing key '{label}' {SigningKey.Problem(text)}");
            }
        }

        Usable = [.. usable];
    }

    /// <summary>The options that the keys were read from, to detect that they were replaced.</summary>
    public WebhookOptions Source { get; }

    public SigningKey[] Usable { get; }

    /// <summary>The tolerance in seconds, like the timestamp header.</summary>
    public long Tolerance { get; }

    public int MaximumBodyBytes { get; }

    /// <summary>The failure to report for every delivery when no key is usable; <see langword="null"/> when at least one is.</summary>
    public WebhookVerification? Failure => Usable.Length > 0
        ? null
        : _invalid.Count > 0
            ? new WebhookVerification(WebhookVerificationFailure.InvalidKey, string.Join(' ', _invalid))
            : new WebhookVerification(
                WebhookVerificationFailure.MissingKey,
                $"No webhook signing key is configured, so every delivery is rejected. Set {nameof(WebhookOptions)}.{nameof(WebhookOptions.SigningKeys)} or the environment variable {ManagedAgentsEnvironment.WebhookSigningKey}.");

    /// <summary>Describes the keys in a message: the labels, and the problems of the keys that are not usable.</summary>
    public string Describe() =>
        $"{(Usable.Length == 1 ? "the key" : "any of the keys")} {string.Join(", ", Usable.Select(static key => $"'{key.Label}'"))}.{string.Concat(_invalid.Select(static problem => $" {problem}"))}";
}
