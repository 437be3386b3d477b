using Microsoft.Extensions.Options;

namespace Managed.Agents;

/// <summary>Says what is wrong with options: the option, the rule, the way out. Never the value of a credential.</summary>
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
            yield return $"No credential: set {Option(nameof(options.ApiKey))} or {Option(nameof(options.AuthToken))}, or the environment variable {ManagedAgentsEnvironment.ApiKey} or {ManagedAgentsEnvironment.AuthToken}.";
        }

        if (options.ApiKey is not null && options.AuthToken is not null)
        {
            yield return $"Two credentials: {Option(nameof(options.ApiKey))} and {Option(nameof(options.AuthToken))} are both set. Keep the one that calls should use.";
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
            : $"{what} is empty, or holds a space at an end, a line break or another character that cannot stand in a header. Was it copied with the line's end? Trim it.";

    private static string? Address(ManagedAgentsOptions options)
    {
        var what = $"{Option(nameof(options.BaseAddress))} (or {ManagedAgentsEnvironment.BaseUrl})";
        if (options.BaseAddress is not { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return $"{what} is '{ManagedAgentsOptions.Shown(options.BaseAddress)}', which is no absolute http or https address. Write it like https://api.anthropic.com.";
        }

        if (address.UserInfo.Length > 0)
        {
            return $"{what} holds a user name or password. Take it out; credentials go into {Option(nameof(options.ApiKey))} or {Option(nameof(options.AuthToken))}.";
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return $"{what} is '{ManagedAgentsOptions.Shown(address)}' with a query or a fragment. Give scheme, host, port and path alone.";
        }

        if (address.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal))
        {
            return $"{what} is '{address}', which ends with the version that every path begins with. Leave /v1 out.";
        }

        return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !options.AllowInsecureHttp
            ? $"{what} is '{address}': plain http to another host sends the credential readable over the network. Use https, or set {Option(nameof(options.AllowInsecureHttp))} to accept that."
            : null;
    }

    private static string? Limit(string option, TimeSpan value) =>
        TimeoutSource.IsLimit(value)
            ? null
            : $"{Option(option)} is {value}; it must be above zero and below 50 days, or Timeout.InfiniteTimeSpan for no limit.";

    private static IEnumerable<string> Resilience(ResilienceOptions resilience)
    {
        if (resilience.MaxRetryAttempts is < 0 or > 100)
        {
            yield return $"{Option("Resilience.MaxRetryAttempts")} is {resilience.MaxRetryAttempts}; it must be from 0 (never repeat) to 100.";
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
                yield return $"{Option("Resilience." + option)} is {value}; it must be from zero to one day.";
            }
        }
    }

    private static string Option(string name) => $"{nameof(ManagedAgentsOptions)}.{name}";
}
