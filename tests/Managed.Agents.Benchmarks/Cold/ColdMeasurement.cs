using System.Runtime.InteropServices;

namespace Managed.Agents.Benchmarks.Cold;

/// <summary>What one child process took, and how much of that went into compiling how many methods.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColdMeasurement(double Milliseconds, int CompiledMethods, double CompilingMilliseconds);
