using System.Text.Json;

namespace Managed.Agents;

/// <summary>The serializer options with which an application stores, queues or compares objects of the API.</summary>
public static class ManagedAgentsJson
{
    /// <summary>Read-only options that know every type of the library and write the API's own JSON, without secrets.</summary>
    /// <value>
    /// For an application's own types next to the API's, put <see cref="JsonSerializerOptions.TypeInfoResolver"/> of these options in
    /// front of the application's own resolver.
    /// </value>
    public static JsonSerializerOptions Options { get; } = WireJson.Create(writeSecrets: false);
}
