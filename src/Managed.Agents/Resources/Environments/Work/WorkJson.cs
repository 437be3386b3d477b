// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>The serializer metadata of the work types of self-hosted environments.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HealthCheckWork))]
[JsonSerializable(typeof(SessionWork))]
[JsonSerializable(typeof(UnknownWorkData))]
[JsonSerializable(typeof(WorkData))]
[JsonSerializable(typeof(WorkHeartbeat))]
[JsonSerializable(typeof(WorkItem))]
[JsonSerializable(typeof(WorkLeaseState))]
[JsonSerializable(typeof(WorkQueueStats))]
[JsonSerializable(typeof(WorkSecret))]
[JsonSerializable(typeof(WorkState))]
[JsonSerializable(typeof(WorkStopRequest))]
[JsonSerializable(typeof(WorkUpdateRequest))]
internal sealed partial class WorkJson : JsonSerializerContext;
