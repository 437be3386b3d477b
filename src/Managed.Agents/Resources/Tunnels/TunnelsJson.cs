// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents.Tunnels;

/// <summary>The serializer metadata of the tunnel and certificate types.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Tunnel))]
[JsonSerializable(typeof(TunnelCertificate))]
[JsonSerializable(typeof(TunnelCertificateCreateRequest))]
[JsonSerializable(typeof(TunnelCreateRequest))]
[JsonSerializable(typeof(TunnelToken))]
[JsonSerializable(typeof(TunnelTokenRotateRequest))]
internal sealed partial class TunnelsJson : JsonSerializerContext;
