// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The serializer metadata of the environment types.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AgentEnvironment))]
[JsonSerializable(typeof(CloudEnvironmentConfig))]
[JsonSerializable(typeof(EnvironmentConfig))]
[JsonSerializable(typeof(EnvironmentCreateRequest))]
[JsonSerializable(typeof(EnvironmentPackages))]
[JsonSerializable(typeof(EnvironmentScope))]
[JsonSerializable(typeof(EnvironmentUpdateRequest))]
[JsonSerializable(typeof(LimitedNetwork))]
[JsonSerializable(typeof(NetworkAccess))]
[JsonSerializable(typeof(UnknownEnvironmentConfig))]
[JsonSerializable(typeof(UnknownNetworkAccess))]
internal sealed partial class EnvironmentsJson : JsonSerializerContext;
