
namespace Managed.Agents;

/// <summary>The headers that the client sets itself, and the check of those that a caller adds.</summary>
internal static class ApiHeaders
{
    public const string Version = "anthropic-version";
    public const string Beta = "anthropic-beta";
    public const string Workspace = "anthropic-workspace-id";

    private static readonly Dictionary<string, string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        ["authorization"] = "ManagedAgentsOptions.ApiKey or AuthToken",
        ["x-api-key"] = "ManagedAgentsOptions.ApiKey",
        [Beta] = "CallOptions.Betas",
        [Workspace] = "CallOptions.WorkspaceId",
        [Version] = "the version that this library was written for",
        ["host"] = "ManagedAgentsOptions.BaseAddress",
        ["accept"] = "the client itself",
        ["user-agent"] = "the client itself",
        ["content-type"] = "the client itself",
        ["content-length"] = "the client itself",
        ["transfer-encoding"] = "the client itself",
        ["connection"] = "the client itself",
    };

    public static void Check(CallOptions options)
    {
        foreach (var (name, value) in options.Headers)
        {
            if (Reserved.TryGetValue(name, out var owner))
            {
                throw new ArgumentException($"The header '{name}' in CallOptions.Headers is refused: it is set by {owner}.", nameof(options));
            }

            CheckName(name);
            CheckValue(value, $"the header '{name}' in CallOptions.Headers");
        }

        foreach (var beta in options.Betas)
        {
            if (string.IsNullOrWhiteSpace(beta) || beta.AsSpan().ContainsAny(", \r\n"))
            {
                throw new ArgumentException("A value in CallOptions.Betas is empty, or holds a comma, a space or a line break. Give each value of the anthropic-beta header by itself.", nameof(options));
            }

            CheckValue(beta, "a value in CallOptions.Betas");
        }

        if (options.WorkspaceId is { } workspace)
        {
            CheckValue(workspace, "CallOptions.WorkspaceId");
        }

        if (options.Timeout is { } timeout && !TimeoutSource.IsLimit(timeout))
        {
            throw new ArgumentException($"CallOptions.Timeout is {timeout}; it must be above zero and below 50 days, or Timeout.InfiniteTimeSpan for no limit.", nameof(options));
        }
    }

    /// <summary>Whether a value can stand in a header: visible ASCII, spaces inside.</summary>
    public static bool IsValue(string? value) =>
        value is { Length: > 0 } && value.All(static c => c is >= ' ' and <= '~') && value[0] != ' ' && value[^1] != ' ';

    // The value itself is left out of the message: it may be a secret.
    private static void CheckValue(string? value, string what)
    {
        if (!IsValue(value))
        {
            throw new ArgumentException($"The value of {what} is empty, or holds characters other than visible ASCII (a line break, for example). Encode it first.", nameof(value));
        }
    }

    private static void CheckName(string name)
    {
        using var probe = new HttpRequestMessage();
        var isValid = name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
        if (!isValid || !probe.Headers.TryAddWithoutValidation(name, "x"))
        {
            throw new ArgumentException(
                $"'{string.Concat(name.Where(static c => !char.IsControl(c)))}' in CallOptions.Headers is not the name of a request header. Use letters, digits and '-'.",
                nameof(name));
        }
    }
}
