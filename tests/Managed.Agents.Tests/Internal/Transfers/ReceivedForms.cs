using System.Collections.Concurrent;
using Managed.Agents.Tests.Framework;
using Shouldly;

namespace Managed.Agents.Tests.Internal.Transfers;

/// <summary>What a server got as bodies with files.</summary>
internal sealed class ReceivedForms
{
    private readonly ConcurrentQueue<ReceivedForm> _forms = new();

    public IReadOnlyList<ReceivedForm> All => [.. _forms];

    public ReceivedForm One => _forms.ShouldHaveSingleItem();

    /// <summary>Reads the body and then answers.</summary>
    public Answer Then(Answer answer) => async context =>
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
        await answer(context);
    };

    /// <summary>A server that leaves bodies to its answers.</summary>
    public static async Task<StubServer> ServerAsync(params Answer[] answers)
    {
        var server = await StubServer.StartAsync(answers);
        server.LeavesBodies = true;
        return server;
    }
}

internal sealed record ReceivedForm(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<ReceivedFile> Files, long? Length);

internal sealed record ReceivedFile(string Part, string Name, string? MediaType, string Disposition, byte[] Content);
