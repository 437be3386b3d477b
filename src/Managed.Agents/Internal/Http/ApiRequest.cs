using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>A request to send. Each attempt creates its own HTTP message from it.</summary>
internal sealed class ApiRequest(HttpMethod method, string path, string query, CallKind kind)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptBinary = new("application/binary");
    private static readonly ProductInfoHeaderValue Product = new("Managed.Agents", typeof(ApiRequest).Assembly.GetName().Version!.ToString(3));
    private static readonly ProductInfoHeaderValue Runtime = new("dotnet", Environment.Version.ToString());

    // For smaller bodies, asking the server whether it accepts the body takes longer than sending it.
    private const long ExpectContinueThreshold = 1 << 20;

    public HttpMethod Method => method;

    /// <summary>The path relative to the base address. It contains no secret, so it may appear in logs and messages.</summary>
    public string Path => path;

    public CallKind Kind => kind;

    /// <summary>The beta values that the endpoint requires. They are sent after the values of the caller.</summary>
    public IReadOnlyList<string> Betas { get; init; } = [];

    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>An additional header for this request.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>The streamed body, instead of <see cref="Body"/>.</summary>
    public MultipartUpload? Upload { get; init; }

    /// <summary>Whether another attempt can send the body again.</summary>
    public bool CanResend => Upload?.CanResend != false;

    /// <summary>Creates the HTTP message of one attempt. <paramref name="onProgress"/> is called after each chunk of an upload is sent.</summary>
    public ApiMessage CreateMessage(Uri baseAddress, string? workspaceId, CallOptions options, Action onProgress)
    {
        var message = new ApiMessage(method, new Uri(baseAddress, path + query))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        var headers = message.Headers;
        headers.Accept.Add(kind switch
        {
            CallKind.Download => AcceptBinary,
            _ => AcceptJson,
        });
        headers.UserAgent.Add(Product);
        headers.UserAgent.Add(Runtime);
        headers.Add(ApiHeaders.Version, BetaValues.ApiVersion);
        if (options.Betas.Concat(Betas).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } betas)
        {
            headers.Add(ApiHeaders.Beta, string.Join(',', betas));
        }

        if ((options.WorkspaceId ?? workspaceId) is { } workspace)
        {
            headers.Add(ApiHeaders.Workspace, workspace);
        }

        foreach (var (name, value) in options.Headers)
        {
            headers.TryAddWithoutValidation(name, value);
        }

        if (Header is { } header)
        {
            headers.Remove(header.Name);
            headers.Add(header.Name, header.Value);
        }

        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = Json;
        }
        else if (Upload is { } upload)
        {
            message.Content = upload.CreateContent(onProgress);

            // The server can reject the request before the body is sent, so that a stream that cannot be rewound is not consumed.
            headers.ExpectContinue = !(message.Content.Headers.ContentLength < ExpectContinueThreshold);
        }
        else if (RetryRules.IsWrite(kind))
        {
            // SocketsHttpHandler automatically resends a request without content when its connection closes before the response.
            message.Content = new ReadOnlyMemoryContent(default);
        }

        return message;
    }
}
