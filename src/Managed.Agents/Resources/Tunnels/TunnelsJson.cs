using System.Text.Json.Serialization;

namespace Managed.Agents.Tunnels;

/// <summary>The metadata of tunnels and their certificates.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Tunnel))]
[JsonSerializable(typeof(TunnelCertificate))]
[JsonSerializable(typeof(TunnelCertificateCreateRequest))]
[JsonSerializable(typeof(TunnelCreateRequest))]
[JsonSerializable(typeof(TunnelToken))]
[JsonSerializable(typeof(TunnelTokenRotateRequest))]
internal sealed partial class TunnelsJson : JsonSerializerContext;
