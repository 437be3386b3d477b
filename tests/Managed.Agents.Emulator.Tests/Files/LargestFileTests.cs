namespace Managed.Agents.Emulator.Tests;

/// <summary>Runs alone, because it measures the memory of the whole process.</summary>
[Collection(nameof(LargestFileTests))]
[CollectionDefinition(nameof(LargestFileTests), DisableParallelization = true)]
public sealed class LargestFileTests
{
    private const long Limit = 500L * 1024 * 1024;

    [Fact]
    public async Task The_largest_file_is_streamed_without_being_buffered_in_memory()
    {
        await using var api = await TestApi.StartAsync();
        var zeros = new Zeros(Limit);
        using var form = new MultipartFormDataContent { { zeros, "file", "big.bin" } };
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var made = (await api.UploadAsync("/v1/files", form)).ShouldSucceed();

        made["size_bytes"]!.GetValue<long>().ShouldBe(Limit);
        (zeros.MaxMemory - before).ShouldBeLessThan(Limit / 4);
    }
}
