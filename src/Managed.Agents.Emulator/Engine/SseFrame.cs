namespace Managed.Agents.Emulator;

/// <summary>One server-sent event: its name and its JSON data.</summary>
internal readonly record struct SseFrame(string Event, ReadOnlyMemory<byte> Data);
