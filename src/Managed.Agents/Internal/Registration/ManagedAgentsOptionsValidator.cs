using Microsoft.Extensions.Options;

namespace Managed.Agents;

/// <summary>Validates options. A message names the option, the rule and the fix, and never contains a credential.</summary>
internal sealed class ManagedAgentsOptionsValidator(string name) : IValidateOptions<ManagedAgentsOptions>
{
    public ValidateOptionsResult Validate(string? validated, ManagedAgentsOptions options)
    {
        if (validated != name)
        {
            return ValidateOptionsResult.Skip;
        }

        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    public static IEnumerable<string> Failures(ManagedAgentsOptions options)
    {
        if (options.ApiKey is null && options.AuthToken is null)
        {
            yield return $"No credential is configured. Set {Option(nameof(options.ApiKey))} or {Option(nameof(options.AuthToken))}, or the environment variable {ManagedAgentsEnvironment.ApiKey} or {ManagedAgentsEnvironment.AuthToken}.";
        }

        if (options.ApiKey is not null && options.AuthToken is not null)
        {
            yield return $"{Option(nameof(options.ApiKey))} and {Option(nameof(options.AuthToken))} are both set. Remove one of them.";
        }

        foreach (var failure in new[]
        {
            Header($"{Option(nameof(options.ApiKey))} (or {ManagedAgentsEnvironment.ApiKey})", options.ApiKey),
            Header($"{Option(nameof(options.AuthToken))} (or {ManagedAgentsEnvironment.AuthToken})", options.AuthToken),
            Header(Option(nameof(options.WorkspaceId)), options.WorkspaceId),
            Address(options),
        })
        {
            if (failure is not null)
            {
                yield return failure;
            }
        }

        foreach (var failure in new[] { Limit(nameof(options.Timeout), options.Timeout), Limit(nameof(options.StreamOpenTimeout), options.StreamOpenTimeout), Limit(nameof(options.StreamIdleTimeout), options.StreamIdleTimeout) })
        {
            if (failure is not null)
            {
                yield return failure;
            }
        }

        if (options.Resilience is { } resilience)
        {
            foreach (var failure in Resilience(resilience))
            {
                yield return failure;
            }
        }
    }

    private static string? Header(string what, string? value) =>
        value is null || ApiHeaders.IsValue(value)
            ? null
            : $"{what} is empty, starts or ends with a space, or contains a line break or another character that is not allowed in a header. Check whether it was copied with a line break, and trim it.";

    private static string? Address(ManagedAgentsOptions options)
    {
        var what = $"{Option(nameof(options.BaseAddress))} (or {ManagedAgentsEnvironment.BaseUrl})";
        if (options.BaseAddress is not { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return $"{what} is '{ManagedAgentsOptions.ForDisplay(options.BaseAddress)}', which is not a valid absolute http or https address. Use an address like https://api.anthropic.com.";
        }

        if (address.UserInfo.Length > 0)
        {
            return $"{what} contains a user name or password. Remove it, and set the credential with {Option(nameof(options.ApiKey))} or {Option(nameof(options.AuthToken))}.";
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return $"{what} is '{ManagedAgentsOptions.ForDisplay(address)}' with a query or a fragment. Use only scheme, host, port and path.";
        }

        if (address.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal))
        {
            return $"{what} is '{address}', which ends with /v1. Remove /v1, because every request path starts with it.";
        }

        return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !options.AllowInsecureHttp
            ? $"{what} is '{address}', which would send the credential unencrypted over the network. Use https, or set {Option(nameof(options.AllowInsecureHttp))} to allow it."
            : null;
    }

    private static string? Limit(string option, TimeSpan value) =>
        TimeoutSource.IsLimit(value)
            ? null
            : $"{Option(option)} is {value}; it must be greater than zero and less than 50 days, or Timeout.InfiniteTimeSpan for no timeout.";

    private static IEnumerable<string> Resilience(ResilienceOptions resilience)
    {
        if (resilience.MaxRetryAttempts is < 0 or > 100)
        {
            yield return $"{Option("Resilience.MaxRetryAttempts")} is {resilience.MaxRetryAttempts}; it must be between 0 (no retries) and 100.";
        }

        foreach (var (option, value) in new[]
        {
            (nameof(resilience.BaseDelay), resilience.BaseDelay),
            (nameof(resilience.MaxDelay), resilience.MaxDelay),
            (nameof(resilience.MaxRetryAfter), resilience.MaxRetryAfter),
        })
        {
            if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                yield return $"{Option("Resilience." + option)} is {value}; it must be between zero and one day.";
            }
        }
    }

    private static string Option(string name) => $"{nameof(ManagedAgentsOptions)}.{name}";
}
