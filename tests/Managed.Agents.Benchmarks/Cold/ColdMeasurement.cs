using System.Runtime.InteropServices;

namespace Managed.Agents.Benchmarks.Cold;

/// <summary>The time of one child process, and the number of methods and the time of its JIT compilation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColdMeasurement(double Milliseconds, int CompiledMethods, double CompilingMilliseconds);
