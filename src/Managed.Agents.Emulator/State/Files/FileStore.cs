using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The files of the emulator and the operations on them.</summary>
internal sealed class FileStore(BlobStore blobs, EmulatorServices services, AgentsEmulatorOptions options)
{
    private readonly Lock _gate = new();
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
        lock (_gate)
        {
            _files[file.Id] = file;
        }

        return file.ToJson(call.Operation.IsReleased);
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_gate)
        {
            return Find(call).ToJson(call.Operation.IsReleased);
        }
    }

    public JsonNode List(ApiCall call)
    {
        var scope = call.Query.Text("scope_id");
        if (scope is not null && !call.Betas.Contains(BetaVariants.ManagedAgents))
        {
            throw ApiError.InvalidRequest($"scope_id: requires the header anthropic-beta: {BetaVariants.ManagedAgents}.");
        }

        var released = call.Operation.IsReleased;
        lock (_gate)
        {
            var now = services.Now();
            var visible = _files.Values.Where(file => file.VisibleAt <= now && (scope is null || file.Scope == scope));
            if (!call.Query.Has("ids"))
            {
                return new ResourceList(call).Page(visible, file => file.ToJson(released));
            }

            var ids = call.Query.Texts("ids").ToHashSet(StringComparer.Ordinal);
            var requested = visible.Where(file => ids.Contains(file.Id)).OrderByDescending(static file => file.Sequence).Select(file => file.ToJson(released));
            return new JsonObject { ["data"] = new JsonArray([.. requested]), ["next_page"] = null };
        }
    }

    public BinaryAnswer Download(ApiCall call)
    {
        lock (_gate)
        {
            var file = Find(call);
            EnsureNotExpired(file);
            return file.IsOutput
                ? new BinaryAnswer(file.Content.Open(), file.Type, file.Name)
                : throw ApiError.InvalidRequest($"File {file.Id} was uploaded; only files that a session created can be downloaded.", "file_not_downloadable");
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (_gate)
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
        lock (_gate)
        {
            _files[file.Id] = file;
        }

        return file.Id;
    }

    /// <summary>Checks that a session can mount the file.</summary>
    public void EnsureUsable(string id)
    {
        lock (_gate)
        {
            EnsureNotExpired(Find(id));
        }
    }

    /// <summary>Creates a copy of a file for a session.</summary>
    /// <returns>The id of the copy.</returns>
    public string CopyToSession(string sessionId, string id)
    {
        lock (_gate)
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

    /// <summary>Deletes the files of a deleted session.</summary>
    public void DeleteForSession(string sessionId)
    {
        lock (_gate)
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

    private void EnsureNotExpired(FileState file)
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
