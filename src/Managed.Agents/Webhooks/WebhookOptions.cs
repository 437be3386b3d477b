namespace Managed.Agents.Webhooks;

/// <summary>The keys and limits to verify deliveries with.</summary>
public sealed class WebhookOptions
{
    /// <summary>The label of a key that was set without a label.</summary>
    public const string DefaultLabel = "default";

    /// <summary>The signing keys (<c>whsec_…</c>) by a label of your choice. A delivery must match one of them: while you replace a key, configure both.</summary>
    /// <value>Default: none; the environment variable <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c> is used. If it is not set either, every delivery is rejected.</value>
    public IDictionary<string, string> SigningKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The maximum difference between the time of an attempt and now, in the past and in the future. It limits how long a delivery can be replayed.</summary>
    /// <value>Default: 5 minutes. Must be between 1 second and 1 day.</value>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The maximum length of a body in bytes. Deliveries have a few hundred bytes.</summary>
    /// <value>Default: 262,144. Must be at least 1.</value>
    public int MaximumBodyBytes { get; set; } = 256 * 1024;

    internal WebhookOptions Copy() => With(signingKey: null);

    /// <summary>Returns a copy with an additional key under the default label, unless a key already has that label.</summary>
    internal WebhookOptions With(string? signingKey)
    {
        var copy = new WebhookOptions { Tolerance = Tolerance, MaximumBodyBytes = MaximumBodyBytes };
        foreach (var (label, key) in SigningKeys)
        {
            copy.SigningKeys[label] = key;
        }

        if (signingKey is not null)
        {
            copy.SigningKeys.TryAdd(DefaultLabel, signingKey);
        }

        return copy;
    }

    /// <summary>Describes the invalid options: the option, the rule and the fix. Never contains a key.</summary>
    internal IEnumerable<string> Failures()
    {
        foreach (var (label, key) in SigningKeys.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            if (SigningKey.Problem(key) is { } problem)
            {
                yield return $"The webhook signing key '{label}' {problem}";
            }
        }

        if (Tolerance < TimeSpan.FromSeconds(1) || Tolerance > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(WebhookOptions)}.{nameof(Tolerance)} is {Tolerance}. It must be between 1 second and 1 day.";
        }

        if (MaximumBodyBytes < 1)
        {
            yield return $"{nameof(WebhookOptions)}.{nameof(MaximumBodyBytes)} is {MaximumBodyBytes}. It must be at least 1.";
        }
    }

    /// <summary>Returns the labels and the limits, without the keys.</summary>
    /// <returns>The options on one line.</returns>
    public override string ToString() =>
        $"{nameof(WebhookOptions)} {{ SigningKeys = [{string.Join(", ", SigningKeys.Keys)}], Tolerance = {Tolerance}, MaximumBodyBytes = {MaximumBodyBytes} }}";
}
