using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The files of the emulator and the operations on them.</summary>
internal sealed class FileStore(BlobStore blobs, EmulatorServices services, AgentsEmulatorOptions options)
{
    private readonly Dictionary<string, FileState> _files = new(StringComparer.Ordinal);

    public JsonNode Upload(ApiCall call)
    {
        var sent = call.Files[0];
        var type = FileNames.Type(sent.ContentType, sent.Name);
        var now = services.Now();
        var file = new FileState(services.NewId("file"), services.NextSequence(), now, sent.Take())
        {
            Name = FileNames.Name(sent.Name, type),
            Type = type,
            VisibleAt = now,
            ExpiresAt = call.Body.Number("expires_in_seconds") is { } seconds ? now.AddSeconds(seconds) : null,
        };
        lock (_files)
        {
            _files[file.Id] = file;
        }

        return file.ToJson(call.Operation.IsReleased);
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_files)
        {
            return Find(call).ToJson(call.Operation.IsReleased);
        }
    }

    public JsonNode List(ApiCall call)
    {
        var scope = call.Query.Text("scope_id");
        if (scope is not null && !call.Betas.Contains(BetaVariants.ManagedAgents))
        {
            throw ApiError.InvalidRequest($"scope_id: needs the header anthropic-beta: {BetaVariants.ManagedAgents}.");
        }

        var released = call.Operation.IsReleased;
        lock (_files)
        {
            var now = services.Now();
            var visible = _files.Values.Where(file => file.VisibleAt <= now && (scope is null || file.Scope == scope));
            if (!call.Query.Has("ids"))
            {
                return new ResourceList(call).Page(visible, file => file.ToJson(released));
            }

            var ids = call.Query.Texts("ids").ToHashSet(StringComparer.Ordinal);
            var asked = visible.Where(file => ids.Contains(file.Id)).OrderByDescending(static file => file.Sequence).Select(file => file.ToJson(released));
            return new JsonObject { ["data"] = new JsonArray([.. asked]), ["next_page"] = null };
        }
    }

    public BinaryAnswer Download(ApiCall call)
    {
        lock (_files)
        {
            var file = Find(call);
            DemandUnexpired(file);
            return file.IsOutput
                ? new BinaryAnswer(file.Content.Open(), file.Type, file.Name)
                : throw ApiError.InvalidRequest($"File {file.Id} was uploaded; only what a session made can be downloaded.", "file_not_downloadable");
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (_files)
        {
            var file = Find(call);
            Remove(file);
            return new JsonObject { ["id"] = file.Id, ["type"] = "file_deleted" };
        }
    }

    public string AddOutput(string sessionId, string path, ReadOnlySpan<byte> content)
    {
        var now = services.Now();
        var file = new FileState(services.NewId("file"), services.NextSequence(), now, blobs.Write(content))
        {
            Name = FileNames.Name(path, type: ""),
            Type = FileNames.Type(sent: null, path),
            Scope = sessionId,
            IsOutput = true,
            VisibleAt = now + options.SessionOutputDelay,
        };
        lock (_files)
        {
            _files[file.Id] = file;
        }

        return file.Id;
    }

    /// <summary>Checks that a session can be given the file.</summary>
    public void DemandUsable(string id)
    {
        lock (_files)
        {
            DemandUnexpired(Find(id));
        }
    }

    /// <summary>Gives a session its own copy of a file.</summary>
    /// <returns>The id of the copy.</returns>
    public string CopyFor(string sessionId, string id)
    {
        lock (_files)
        {
            var original = Find(id);
            var now = services.Now();
            var copy = new FileState(services.NewId("file"), services.NextSequence(), now, original.Content.Share())
            {
                Name = original.Name,
                Type = original.Type,
                Scope = sessionId,
                VisibleAt = now,
            };
            _files[copy.Id] = copy;
            return copy.Id;
        }
    }

    /// <summary>Removes what belonged to a session that is gone.</summary>
    public void DeleteOutputs(string sessionId)
    {
        lock (_files)
        {
            foreach (var file in _files.Values.Where(file => file.Scope == sessionId).ToList())
            {
                Remove(file);
            }
        }
    }

    private void Remove(FileState file)
    {
        _files.Remove(file.Id);
        file.Content.Release();
    }

    private void DemandUnexpired(FileState file)
    {
        if (file.ExpiresAt <= services.Now())
        {
            throw ApiError.NotFound($"File {file.Id} expired at {Json.Time(file.ExpiresAt.Value)}.", "file_expired");
        }
    }

    private FileState Find(ApiCall call) => Find(call.Route("file_id"));

    private FileState Find(string id) =>
        _files.TryGetValue(id, out var file) && file.VisibleAt <= services.Now() ? file : throw ApiError.NotFound($"There is no file {id}.");
}
