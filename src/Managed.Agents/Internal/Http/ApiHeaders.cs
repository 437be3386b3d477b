
namespace Managed.Agents;

/// <summary>The names of the headers that the client sets, and the validation of headers that a caller adds.</summary>
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
                throw new ArgumentException($"The header '{name}' is not allowed in CallOptions.Headers: it is set by {owner}. Remove it.", nameof(options));
            }

            CheckName(name);
            CheckValue(value, $"the header '{name}' in CallOptions.Headers");
        }

        foreach (var beta in options.Betas)
        {
            if (string.IsNullOrWhiteSpace(beta) || beta.AsSpan().ContainsAny(", \r\n"))
            {
                throw new ArgumentException("A value in CallOptions.Betas is empty or contains a comma, a space or a line break. Pass each value of the anthropic-beta header as a separate item.", nameof(options));
            }

            CheckValue(beta, "a value in CallOptions.Betas");
        }

        if (options.WorkspaceId is { } workspace)
        {
            CheckValue(workspace, "CallOptions.WorkspaceId");
        }

        if (options.Timeout is { } timeout && !TimeoutSource.IsLimit(timeout))
        {
            throw new ArgumentException($"CallOptions.Timeout is {timeout}; it must be greater than zero and less than 50 days, or Timeout.InfiniteTimeSpan for no timeout.", nameof(options));
        }
    }

    /// <summary>Whether a value is a valid header value: visible ASCII characters, with spaces only in the middle.</summary>
    public static bool IsValue(string? value) =>
        value is { Length: > 0 } && value.All(static c => c is >= ' ' and <= '~') && value[0] != ' ' && value[^1] != ' ';

    // The message does not contain the value, because it may be a secret.
    private static void CheckValue(string? value, string what)
    {
        if (!IsValue(value))
        {
            throw new ArgumentException($"The value of {what} is empty, starts or ends with a space, or contains characters other than visible ASCII, for example a line break. Encode it first.", nameof(value));
        }
    }

    private static void CheckName(string name)
    {
        using var probe = new HttpRequestMessage();
        var isValid = name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
        if (!isValid || !probe.Headers.TryAddWithoutValidation(name, "x"))
        {
            throw new ArgumentException(
                $"'{string.Concat(name.Where(static c => !char.IsControl(c)))}' in CallOptions.Headers is not a valid request header name. Use letters, digits and '-'.",
                nameof(name));
        }
    }
}
