namespace Managed.Agents.Emulator;

/// <summary>The services that all sessions of an emulator share.</summary>
/// <param name="Services">The clock, ids and sequence numbers.</param>
/// <param name="Options">The options of the emulator.</param>
/// <param name="Scripts">The scripts of agents.</param>
/// <param name="Work">The work queues of self-hosted environments.</param>
/// <param name="Faults">The injected faults.</param>
/// <param name="Stopping">Cancelled when the emulator stops.</param>
internal sealed record EngineContext(EmulatorServices Services, AgentsEmulatorOptions Options, ScriptRegistry Scripts, WorkQueues Work, FaultRegistry Faults, CancellationToken Stopping);
