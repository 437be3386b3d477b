using System.Text;

namespace Managed.Agents.Tests.Contract;

/// <summary>A request as received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query, not decoded.</param>
/// <param name="Headers">The headers by their lower-case names.</param>
/// <param name="Content">The body; empty for none.</param>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Content);

    public string Path => Target.Split('?')[0];

    public string QueryText => Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
}

/// <summary>A response of the server.</summary>
internal sealed record Answer(byte[] Content, string ContentType = "application/json", int Status = 200)
{
    public Answer(string body, string contentType = "application/json", int status = 200)
        : this(Encoding.UTF8.GetBytes(body), contentType, status)
    {
    }
}
