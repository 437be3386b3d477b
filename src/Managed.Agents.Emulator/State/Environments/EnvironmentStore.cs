using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The environments of the emulator and the operations on them.</summary>
internal sealed class EnvironmentStore(EmulatorServices services)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, EnvironmentState> _environments = new(StringComparer.Ordinal);

    /// <summary>Returns whether a session refers to an environment. Set once by the owner of both stores.</summary>
    public Func<string, bool> IsInUse { get; set; } = static _ => false;

    public JsonNode Create(ApiCall call)
    {
        lock (_gate)
        {
            var environment = new EnvironmentState(services.NewId("env"), services.NextSequence(), services.Now(), EnvironmentRules.Config(call.Body["config"] as JsonObject, stored: null))
            {
                Name = Name(call.Body),
                Description = call.Body.Text("description"),
                Scope = Scope(call.Body) ?? "organization",
                Metadata = Metadata.Merge([], call.Body["metadata"], emptyDeletes: true),
            };
            _environments[environment.Id] = environment;
            return environment.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_gate)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (_gate)
        {
            var environment = Find(call);
            if (environment.ArchivedAt is not null)
            {
                throw ApiError.InvalidRequest($"Environment {environment.Id} is archived and cannot be changed.", "environment_archived");
            }

            // Everything is computed before anything changes, so that a rejected update has no effect.
            var config = EnvironmentRules.Config(call.Body["config"] as JsonObject, environment.Config);
            var metadata = Metadata.Merge(environment.Metadata, call.Body["metadata"], emptyDeletes: true);
            var name = call.Body["name"] is null ? environment.Name : Name(call.Body);
            var scope = Scope(call.Body) ?? environment.Scope;

            environment.Config = config;
            environment.Metadata = metadata;
            environment.Name = name;
            environment.Scope = scope;
            environment.Description = call.Body.Has("description") ? call.Body.Text("description") : environment.Description;
            environment.UpdatedAt = services.Now();
            return environment.ToJson();
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (_gate)
        {
            var environment = Find(call);
            environment.ArchivedAt ??= services.Now();
            return environment.ToJson();
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (_gate)
        {
            var environment = Find(call);
            if (IsInUse(environment.Id))
            {
                throw ApiError.InvalidRequest($"Environment {environment.Id} is in use: delete the sessions that refer to it first.");
            }

            _environments.Remove(environment.Id);
            return new JsonObject { ["id"] = environment.Id, ["type"] = "environment_deleted" };
        }
    }

    public JsonNode List(ApiCall call)
    {
        lock (_gate)
        {
            var includeArchived = call.Query.Flag("include_archived") ?? false;
            return new ResourceList(call).Page(
                _environments.Values.Where(environment => includeArchived || environment.ArchivedAt is null), static environment => environment.ToJson());
        }
    }

    public bool Contains(string id)
    {
        lock (_gate)
        {
            return _environments.ContainsKey(id);
        }
    }

    /// <summary>Returns the configuration for a new session.</summary>
    public JsonObject ConfigForSession(string id)
    {
        lock (_gate)
        {
            var environment = _environments.GetValueOrDefault(id) ?? throw NotFound(id);
            return environment.ArchivedAt is null
                ? environment.Config.Copy()
                : throw ApiError.InvalidRequest($"Environment {id} is archived and cannot be used by new sessions.", "environment_archived");
        }
    }

    public bool IsSelfHosted(string id)
    {
        lock (_gate)
        {
            return (_environments.GetValueOrDefault(id) ?? throw NotFound(id)).IsSelfHosted;
        }
    }

    private static string Name(JsonObject body) =>
        body.Text("name") is { Length: >= 1 and <= 256 } name ? name : throw ApiError.InvalidRequest("name: must have 1 to 256 characters.");

    private static string? Scope(JsonObject body) =>
        body.Text("scope") is "account" ? throw ApiError.InvalidRequest("scope: this organization supports organization only.") : body.Text("scope");

    private static ApiError NotFound(string id) => ApiError.NotFound($"There is no environment {id}.", "environment_not_found");

    private EnvironmentState Find(ApiCall call) =>
        _environments.GetValueOrDefault(call.Route("environment_id")) ?? throw NotFound(call.Route("environment_id"));
}
