using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

[Collection(EnvironmentVariables.Name)]
public sealed class MemoryAndFilesTests
{
    [Fact]
    public async Task The_sample_passes_a_file_and_memories_and_receives_a_report_and_a_new_memory()
    {
        var lines = await SampleRun.LinesAsync("MemoryAndFiles");

        lines.ShouldContain("Uploaded invoices.csv, 36 bytes.");
        lines.ShouldContain("| USD | 100 |");
        lines.ShouldContain(static line => line.TrimStart().StartsWith("globex.md", StringComparison.Ordinal));
        lines.ShouldContain("created /suppliers/globex.md in this session");
    }
}
