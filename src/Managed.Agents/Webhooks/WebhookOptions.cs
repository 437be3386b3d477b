namespace Managed.Agents.Webhooks;

/// <summary>What deliveries are verified with.</summary>
public sealed class WebhookOptions
{
    /// <summary>The label of a key that was given without one.</summary>
    public const string DefaultLabel = "default";

    /// <summary>The signing keys (<c>whsec_…</c>) by a label of your choice. While a key is replaced, have both: any of them may match.</summary>
    /// <value>Default: none, and then <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>. Without that too, every delivery is refused.</value>
    public IDictionary<string, string> SigningKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How far the time of an attempt may be from now, back and forth. It bounds how long a delivery that was overheard can be sent again.</summary>
    /// <value>Default: 5 minutes. At least one second.</value>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How large a body may be. Notices have some hundred bytes.</summary>
    /// <value>Default: 262,144. At least one.</value>
    public int MaximumBodyBytes { get; set; } = 256 * 1024;

    internal WebhookOptions Copy() => With(signingKey: null);

    /// <summary>A copy with one more key, under the default label unless that is taken.</summary>
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

    /// <summary>What is wrong with the options: the option, the rule, the way out. Never a key.</summary>
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
            yield return $"{nameof(WebhookOptions)}.{nameof(Tolerance)} is {Tolerance}; it must be from one second to one day.";
        }

        if (MaximumBodyBytes < 1)
        {
            yield return $"{nameof(WebhookOptions)}.{nameof(MaximumBodyBytes)} is {MaximumBodyBytes}; it must be at least 1.";
        }
    }

    /// <summary>The labels and the limits, without a key.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"{nameof(WebhookOptions)} {{ SigningKeys = [{string.Join(", ", SigningKeys.Keys)}], Tolerance = {Tolerance}, MaximumBodyBytes = {MaximumBodyBytes} }}";
}
