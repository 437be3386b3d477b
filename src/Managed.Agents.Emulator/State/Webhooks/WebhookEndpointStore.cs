using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The webhook endpoints of the organization and the operations on them.</summary>
internal sealed class WebhookEndpointStore(EmulatorServices services)
{
    private const int MaxEndpoints = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebhookEndpointState> _endpoints = new(StringComparer.Ordinal);

    // Every id ever assigned, so that a list can continue after an endpoint that was deleted.
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);

    public JsonNode Create(ApiCall call)
    {
        var url = WebhookUrl.Check(call.Body.Text("url")!);
        lock (_gate)
        {
            if (_endpoints.Count >= MaxEndpoints)
            {
                throw ApiError.InvalidRequest($"The organization has the maximum of {MaxEndpoints} webhook endpoints.");
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
            _sequences[endpoint.Id] = endpoint.Sequence;
            var answer = endpoint.ToJson();
            answer["signing_secret"] = endpoint.SigningSecret;
            return answer;
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
        lock (_gate)
        {
            return new IdCursorPage(call, id => _sequences.TryGetValue(id, out var sequence) ? sequence : null).ToJson(_endpoints.Values, static endpoint => endpoint.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (_gate)
        {
            var endpoint = Find(call);
            _endpoints.Remove(endpoint.Id);
            return new JsonObject { ["id"] = endpoint.Id, ["type"] = "webhook_endpoint_deleted" };
        }
    }

    public JsonNode RegenerateSigningSecret(ApiCall call)
    {
        lock (_gate)
        {
            var endpoint = Find(call);
            endpoint.SigningSecret = NewSecret();
            endpoint.UpdatedAt = services.Now();
            return new JsonObject { ["signing_secret"] = endpoint.SigningSecret };
        }
    }

    /// <summary>Returns the endpoints as targets of deliveries.</summary>
    /// <param name="reach">Maps a public address to an address on this machine, or returns null when there is none.</param>
    public IReadOnlyList<WebhookTarget> Targets(Func<Uri, Uri?> reach)
    {
        lock (_gate)
        {
            return [.. from endpoint in _endpoints.Values let address = reach(new Uri(endpoint.Url)) where address is not null select new OrganizationWebhookTarget(endpoint, address, _gate)];
        }
    }

    private static List<string> Events(JsonObject body) => [.. body.Texts("enabled_events").Distinct(StringComparer.Ordinal)];

    private string NewSecret() => "whsec_" + Convert.ToBase64String(services.NewBytes(32));

    private WebhookEndpointState Find(ApiCall call) =>
        _endpoints.GetValueOrDefault(call.Route("webhook_endpoint_id")) ?? throw ApiError.NotFound($"There is no webhook endpoint {call.Route("webhook_endpoint_id")}.");
}
