using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The webhook endpoints of the organization and the operations on them.</summary>
internal sealed class WebhookEndpointStore(EmulatorServices services)
{
    private const int MaxEndpoints = 32;

    private readonly Dictionary<string, WebhookEndpointState> _endpoints = new(StringComparer.Ordinal);

    // Every id there ever was, so that a list can go on behind an endpoint that is gone by now.
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);

    public JsonNode Create(ApiCall call)
    {
        var url = WebhookUrl.Check(call.Body.Text("url")!);
        lock (_endpoints)
        {
            if (_endpoints.Count >= MaxEndpoints)
            {
                throw ApiError.InvalidRequest($"The organization has {MaxEndpoints} webhook endpoints and takes no more.");
            }

            var endpoint = new WebhookEndpointState(services.NewId("wep"), services.NextSequence(), services.Now())
            {
                Url = url,
                EnabledEvents = Events(call.Body),
                SigningSecret = NewSecret(),
                Name = call.Body.Text("name") ?? "",
                Description = call.Body.Text("description") ?? "",
            };
            _endpoints[endpoint.Id] = endpoint;
            _places[endpoint.Id] = endpoint.Sequence;
            var answer = endpoint.ToJson();
            answer["signing_secret"] = endpoint.SigningSecret;
            return answer;
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_endpoints)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (_endpoints)
        {
            var endpoint = Find(call);
            endpoint.Url = call.Body.Text("url") is { } url ? WebhookUrl.Check(url) : endpoint.Url;
            endpoint.EnabledEvents = Events(call.Body) is { Count: > 0 } events ? events : endpoint.EnabledEvents;
            endpoint.Name = call.Body.Text("name") ?? endpoint.Name;
            endpoint.Description = call.Body.Text("description") ?? endpoint.Description;
            if (call.Body.Text("state") == "enabled")
            {
                endpoint.Enable();
            }
            else if (call.Body.Text("state") == "disabled" && endpoint.IsEnabled)
            {
                endpoint.Disable(reason: "");
            }

            endpoint.UpdatedAt = services.Now();
            return endpoint.ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        lock (_endpoints)
        {
            return new IdPage(call, id => _places.TryGetValue(id, out var place) ? place : null).Cut(_endpoints.Values, static endpoint => endpoint.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (_endpoints)
        {
            var endpoint = Find(call);
            _endpoints.Remove(endpoint.Id);
            return new JsonObject { ["id"] = endpoint.Id, ["type"] = "webhook_endpoint_deleted" };
        }
    }

    public JsonNode RegenerateSigningSecret(ApiCall call)
    {
        lock (_endpoints)
        {
            var endpoint = Find(call);
            endpoint.SigningSecret = NewSecret();
            endpoint.UpdatedAt = services.Now();
            return new JsonObject { ["signing_secret"] = endpoint.SigningSecret };
        }
    }

    /// <summary>The endpoints as places that webhooks go to.</summary>
    /// <param name="reach">Where on this machine a public address is; null from it for nowhere.</param>
    public IReadOnlyList<WebhookTarget> Targets(Func<Uri, Uri?> reach)
    {
        lock (_endpoints)
        {
            return [.. from endpoint in _endpoints.Values let address = reach(new Uri(endpoint.Url)) where address is not null select new OrganizationTarget(endpoint, address, _endpoints)];
        }
    }

    private static List<string> Events(JsonObject body) => [.. body.Texts("enabled_events").Distinct(StringComparer.Ordinal)];

    private string NewSecret() => "whsec_" + Convert.ToBase64String(services.NewBytes(32));

    private WebhookEndpointState Find(ApiCall call) =>
        _endpoints.GetValueOrDefault(call.Route("webhook_endpoint_id")) ?? throw ApiError.NotFound($"There is no webhook endpoint {call.Route("webhook_endpoint_id")}.");
}
