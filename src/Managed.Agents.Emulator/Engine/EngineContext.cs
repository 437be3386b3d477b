namespace Managed.Agents.Emulator;

/// <summary>What the sessions of one emulator share.</summary>
/// <param name="Services">Time, ids and order.</param>
/// <param name="Options">The switches the emulator was started with.</param>
/// <param name="Scripts">What agents do.</param>
/// <param name="Work">The work queues of the self-hosted environments.</param>
/// <param name="Faults">What goes wrong on purpose.</param>
/// <param name="Stopping">Ends every wait when the emulator stops.</param>
internal sealed record EngineContext(EmulatorServices Services, AgentsEmulatorOptions Options, ScriptBook Scripts, WorkQueues Work, FaultBook Faults, CancellationToken Stopping);
