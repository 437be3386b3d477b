using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>A request before it is sent; each attempt makes its own message of it.</summary>
internal sealed class ApiRequest(HttpMethod method, string path, string query, CallKind kind)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptBinary = new("application/binary");
    private static readonly ProductInfoHeaderValue Product = new("Managed.Agents", typeof(ApiRequest).Assembly.GetName().Version!.ToString(3));
    private static readonly ProductInfoHeaderValue Runtime = new("dotnet", Environment.Version.ToString());

    // Below this, asking before sending takes longer than sending.
    private const long SizeToAskFor = 1 << 20;

    public HttpMethod Method => method;

    /// <summary>The path below the base address, fit for logs and messages.</summary>
    public string Path => path;

    public CallKind Kind => kind;

    /// <summary>The beta values that the endpoint demands; they follow the caller's.</summary>
    public IReadOnlyList<string> Betas { get; init; } = [];

    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>A header of this call alone, whose value comes from the caller.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>A body that is streamed, in place of <see cref="Body"/>.</summary>
    public MultipartUpload? Upload { get; init; }

    /// <summary>Whether there is something left to send in another attempt.</summary>
    public bool CanBeSentAgain => Upload?.CanBeSentAgain != false;

    /// <summary>The message of one attempt. <paramref name="moved"/> is called with each piece of an upload that went out.</summary>
    public ApiMessage CreateMessage(Uri baseAddress, string? workspaceId, CallOptions options, Action moved)
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

        if (Header is { } own)
        {
            headers.Remove(own.Name);
            headers.Add(own.Name, own.Value);
        }

        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = Json;
        }
        else if (Upload is { } upload)
        {
            message.Content = upload.CreateContent(moved);

            // A refusal then comes instead of the body, which need not be sent for nothing, or read when it can be read only once.
            headers.ExpectContinue = !(message.Content.Headers.ContentLength < SizeToAskFor);
        }
        else if (RetryRules.IsWrite(kind))
        {
            // Without content, the sockets send a request again by themselves when its connection ends before the answer.
            message.Content = new ReadOnlyMemoryContent(default);
        }

        return message;
    }
}
