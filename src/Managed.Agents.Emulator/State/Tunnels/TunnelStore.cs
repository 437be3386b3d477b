using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The tunnels of the emulator and the operations on them. Its lock also guards their certificates.</summary>
internal sealed class TunnelStore(EmulatorServices services)
{
    private readonly Dictionary<string, TunnelState> _tunnels = new(StringComparer.Ordinal);

    public Lock Sync { get; } = new();

    public JsonNode Create(ApiCall call)
    {
        lock (Sync)
        {
            var tunnel = new TunnelState(services.NewId("tnl"), services.NextSequence(), services.Now())
            {
                DisplayName = call.Body.Text("display_name"),
                TokenId = services.NewId("ttok"),
                Token = NewToken(),
            };
            _tunnels[tunnel.Id] = tunnel;
            return tunnel.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (Sync)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        lock (Sync)
        {
            return new ResourceList(call).Page(_tunnels.Values.Where(tunnel => includeArchived || tunnel.ArchivedAt is null), static tunnel => tunnel.ToJson());
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (Sync)
        {
            var tunnel = Find(call);
            tunnel.Archive(services.Now());
            return tunnel.ToJson();
        }
    }

    public JsonNode RevealToken(ApiCall call)
    {
        lock (Sync)
        {
            return FindActive(call).TokenJson();
        }
    }

    public JsonNode RotateToken(ApiCall call)
    {
        lock (Sync)
        {
            var tunnel = FindActive(call);
            tunnel.TokenId = services.NewId("ttok");
            tunnel.Token = NewToken();
            return tunnel.TokenJson();
        }
    }

    public TunnelState Find(ApiCall call) =>
        _tunnels.GetValueOrDefault(call.Route("tunnel_id")) ?? throw ApiError.NotFound($"There is no tunnel {call.Route("tunnel_id")}.");

    public TunnelState FindActive(ApiCall call)
    {
        var tunnel = Find(call);
        return tunnel.ArchivedAt is null ? tunnel : throw ApiError.InvalidRequest($"Tunnel {tunnel.Id} is archived.");
    }

    private string NewToken() => Convert.ToBase64String(services.NewBytes(32));
}
