namespace Managed.Agents.Emulator;

/// <summary>One server-sent event: its name and its JSON.</summary>
internal readonly record struct SseFrame(string Event, ReadOnlyMemory<byte> Data);
