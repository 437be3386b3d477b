using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the resources of a session.</summary>
internal sealed class ResourceOperations(SessionStore sessions, SessionAttachments attachments, EngineContext context)
{
    public JsonNode Add(ApiCall call) => sessions.Use(call, engine =>
    {
        var session = GetChangeable(engine);
        var content = ResourceRules.Normalize(call.Body, session.IsSelfHosted, "body");
        ResourceRules.CheckCounts([.. session.Resources.Select(static resource => resource.Content), content]);
        attachments.Check([content]);
        var services = context.Services;
        var resource = new SessionResource(services.NewId("sesrsc"), services.NextSequence(), services.Now(), attachments.Attach(content, session.Id));
        session.Resources.Add(resource);
        return resource.ToJson();
    });

    public JsonNode Retrieve(ApiCall call) => sessions.Use(call, engine => Find(engine.Session, call).ToJson());

    public JsonNode Update(ApiCall call) => sessions.Use(call, engine =>
    {
        var resource = Find(GetChangeable(engine), call);
        if (resource.Type != "github_repository")
        {
            throw ApiError.InvalidRequest($"Resource {resource.Id} is of type {resource.Type}; only a github_repository has a token to change.");
        }

        // The token is write-only, and the emulator does not use it.
        resource.UpdatedAt = context.Services.Now();
        return resource.ToJson();
    });

    public JsonNode Delete(ApiCall call) => sessions.Use(call, engine =>
    {
        var session = GetChangeable(engine);
        var resource = Find(session, call);
        if (resource.Type != "file")
        {
            throw ApiError.InvalidRequest($"Resource {resource.Id} is of type {resource.Type}; only files can be removed from a session.");
        }

        session.Resources.Remove(resource);
        return new JsonObject { ["id"] = resource.Id, ["type"] = "session_resource_deleted" };
    });

    public JsonNode List(ApiCall call) => sessions.Use(call, engine => new ResourceList(call, descending: false).Page(engine.Session.Resources, static resource => resource.ToJson()));

    private static SessionState GetChangeable(SessionEngine engine) => engine.Session.IsTerminated
        ? throw ApiError.InvalidRequest($"Session {engine.Session.Id} is terminated and cannot be changed.")
        : engine.Session;

    private static SessionResource Find(SessionState session, ApiCall call)
    {
        var id = call.Route("resource_id");
        return session.Resources.Find(resource => resource.Id == id) ?? throw ApiError.NotFound($"Session {session.Id} has no resource {id}.");
    }
}
