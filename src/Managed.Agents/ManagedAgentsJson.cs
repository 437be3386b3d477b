using System.Text.Json;

namespace Managed.Agents;

/// <summary>Provides the serializer options for storing, queuing or comparing objects of the API.</summary>
public static class ManagedAgentsJson
{
    /// <summary>Read-only options that know every type of the library and write the JSON of the API, without secrets.</summary>
    /// <value>
    /// To combine types of the API with an application's own types, put the <see cref="JsonSerializerOptions.TypeInfoResolver"/> of these
    /// options before the application's own resolver.
    /// </value>
    public static JsonSerializerOptions Options { get; } = WireJson.Create(writeSecrets: false);
}
