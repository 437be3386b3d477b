// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The serializer metadata of the memory store, memory and version types.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(ApiActor))]
[JsonSerializable(typeof(ContentSha256Precondition))]
[JsonSerializable(typeof(Memory))]
[JsonSerializable(typeof(MemoryCreateRequest))]
[JsonSerializable(typeof(MemoryListItem))]
[JsonSerializable(typeof(MemoryPrecondition))]
[JsonSerializable(typeof(MemoryPrefix))]
[JsonSerializable(typeof(MemoryStore))]
[JsonSerializable(typeof(MemoryStoreCreateRequest))]
[JsonSerializable(typeof(MemoryStoreUpdateRequest))]
[JsonSerializable(typeof(MemoryUpdateRequest))]
[JsonSerializable(typeof(MemoryVersion))]
[JsonSerializable(typeof(MemoryVersionOperation))]
[JsonSerializable(typeof(MemoryView))]
[JsonSerializable(typeof(ServiceAccountActor))]
[JsonSerializable(typeof(SessionActor))]
[JsonSerializable(typeof(UnknownActor))]
[JsonSerializable(typeof(UnknownMemoryListItem))]
[JsonSerializable(typeof(UnknownMemoryPrecondition))]
[JsonSerializable(typeof(UserActor))]
internal sealed partial class MemoryStoresJson : JsonSerializerContext;
