using System.Collections.Concurrent;
using Managed.Agents.Tests.Framework;
using Shouldly;

namespace Managed.Agents.Tests.Internal.Transfers;

/// <summary>The multipart forms that a server received.</summary>
internal sealed class ReceivedForms
{
    private readonly ConcurrentQueue<ReceivedForm> _forms = new();

    public IReadOnlyList<ReceivedForm> All => [.. _forms];

    public ReceivedForm Single => _forms.ShouldHaveSingleItem();

    /// <summary>Reads the form, then sends the response.</summary>
    public ResponseWriter Then(ResponseWriter response) => async context =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var files = new List<ReceivedFile>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, context.RequestAborted);
            files.Add(new ReceivedFile(file.Name, file.FileName, file.ContentType, file.ContentDisposition, content.ToArray()));
        }

        var fields = form.ToDictionary(static field => field.Key, static field => field.Value.ToString(), StringComparer.Ordinal);
        _forms.Enqueue(new ReceivedForm(fields, files, context.Request.ContentLength));
        await response(context);
    };

    /// <summary>Starts a server whose response writers read the request bodies.</summary>
    public static async Task<KestrelServer> StartServerAsync(params ResponseWriter[] responses)
    {
        var server = await KestrelServer.StartAsync(responses);
        server.LeavesBodies = true;
        return server;
    }
}

internal sealed record ReceivedForm(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<ReceivedFile> Files, long? Length);

internal sealed record ReceivedFile(string Part, string Name, string? MediaType, string Disposition, byte[] Content);
