using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.Tests.Contract;

/// <summary>A local server that records each request as received and sends prepared responses.</summary>
internal sealed class ContractServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<RecordedRequest> _requests = [];
    private readonly Queue<Answer> _answers = new([new Answer("{}")]);

    private ContractServer(WebApplication application)
    {
        _application = application;
        application.Run(HandleAsync);
    }

    public Uri Address => new(_application.Urls.First());

    public static async Task<ContractServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        });
        var server = new ContractServer(builder.Build());
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Sets the responses to the next requests. The last response is repeated.</summary>
    public void Expect(IEnumerable<Answer> answers)
    {
        _answers.Clear();
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Returns the requests since the previous call.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        var taken = _requests.ToList();
        _requests.Clear();
        return taken;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString(), StringComparer.Ordinal);
        _requests.Add(new RecordedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            headers,
            body.ToArray()));
        var answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.Body.WriteAsync(answer.Content, context.RequestAborted);
    }
}
