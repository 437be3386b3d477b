using System.Diagnostics;
using System.Security.Cryptography;

namespace Managed.Agents.Benchmarks.Transfers;

/// <summary>Measures the memory that the client needs to upload and download the largest file, against an emulator in another process.</summary>
internal static class TransferRun
{
    private const int Megabyte = 1024 * 1024;
    private const int BigMegabytes = 500;
    private const double MostGrowthMegabytes = 64;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("transfers-").FullName;
        try
        {
            var outputs = Directory.CreateDirectory(Path.Combine(folder, "outputs")).FullName;
            var big = await WriteAsync(Path.Combine(outputs, "big.bin"), BigMegabytes);
            var small = await WriteAsync(Path.Combine(outputs, "small.bin"), 1);
            using var emulator = ChildProcess.Start(TransferEmulator.Command, outputs);
            var access = (await emulator.StandardOutput.ReadLineAsync())!.Split(' ');
            using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = access[1], BaseAddress = new Uri(access[0]) });
            var made = await MakeAsync(client);

            // A small file first, so that the cost of the first call of a process is not measured.
            await MeasureAsync("warm-up", client, small, made, folder);
            var before = WorkingSet();
            await MeasureAsync($"{BigMegabytes} MB", client, big, made, folder);
            using var self = Process.GetCurrentProcess();
            emulator.StandardInput.Close();
            await emulator.WaitForExitAsync();
            var growth = (self.PeakWorkingSet64 - before) / (double)Megabyte;

            var holds = growth < MostGrowthMegabytes;
            Console.WriteLine($"  {(holds ? "PASS" : "FAIL")}  memory growth of the client process {growth:F1} MB (less than {MostGrowthMegabytes:F0}), from {before / (double)Megabyte:F1} MB");
            return holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long WorkingSet()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private static async Task<string> WriteAsync(string path, int megabytes)
    {
        var piece = new byte[Megabyte];
        var random = new Random(7);
        await using var file = File.Create(path);
        for (var i = 0; i < megabytes; i++)
        {
            random.NextBytes(piece);
            await file.WriteAsync(piece);
        }

        return path;
    }

    /// <summary>Runs a session that creates the files, and returns them by name.</summary>
    private static async Task<Dictionary<string, FileMetadata>> MakeAsync(ManagedAgentsClient client)
    {
        var agent = await client.Agents.CreateAsync(new() { Name = "maker", Model = "claude-sonnet-5-5" });
        var environment = await client.Environments.GetOrCreateAsync(new() { Name = "transfers" });
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        await client.Sessions.Events.SendAsync(session.Id, "Make the files.");
        var files = await client.Sessions.Outputs.WaitAsync(session.Id, new() { ExpectedCount = 2 });
        return files.ToDictionary(static file => file.FileName, StringComparer.Ordinal);
    }

    private static async Task MeasureAsync(string name, ManagedAgentsClient client, string path, Dictionary<string, FileMetadata> made, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var uploaded = await client.Files.UploadAsync(FileUpload.FromPath(path));
        var up = Stopwatch.GetElapsedTime(started);
        if (uploaded.SizeBytes != new FileInfo(path).Length)
        {
            throw new InvalidOperationException($"The uploaded file has {uploaded.SizeBytes} bytes.");
        }

        var copy = Path.Combine(folder, "copy.bin");
        started = Stopwatch.GetTimestamp();
        await client.Files.DownloadToFileAsync(made[Path.GetFileName(path)].Id, copy);
        var down = Stopwatch.GetElapsedTime(started);
        if (await HashAsync(copy) != await HashAsync(path))
        {
            throw new InvalidOperationException("The downloaded file differs from the uploaded file.");
        }

        Console.WriteLine($"  {name,-8} up in {up.TotalSeconds:F1} s, down in {down.TotalSeconds:F1} s");
    }

    private static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }
}
