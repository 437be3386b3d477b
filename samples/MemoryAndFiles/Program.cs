// An agent works on a file with the help of a memory store, writes new memories, and returns a report.
using Managed.Agents;
using MemoryAndFiles;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

// A memory store outlives sessions. These are its initial memories.
var store = await client.MemoryStores.CreateAsync(new() { Name = "Invoice rules", Description = "What we know about the invoices of our suppliers." });
await client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/rules/currency.md", Content = "Amounts without a currency are euros." });
await client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/suppliers/acme.md", Content = "Acme sends its invoices in dollars." });

// The file is uploaded from memory. Use FileUpload.FromPath or FromStream for large files.
var invoices = await client.Files.UploadAsync(FileUpload.FromBytes("supplier,amount\nAcme,100\nGlobex,250\n"u8.ToArray(), "invoices.csv"));
Console.WriteLine($"Uploaded {invoices.FileName}, {invoices.SizeBytes} bytes.");

var agent = await client.Agents.CreateAsync(new()
{
    Name = "bookkeeper",
    Model = "claude-sonnet-5-5",
    System = "You check invoices. Read your memory first, and write down what you learn. Reports go to /mnt/session/outputs.",
    Tools = [new AgentToolset()],
});

// The environment is created only once, however often the sample runs.
var environment = await client.Environments.GetOrCreateAsync(new() { Name = "bookkeeping" });
var session = await client.Sessions.CreateAsync(new()
{
    Agent = agent.Id,
    EnvironmentId = environment.Id,
    Resources =
    [
        new MemoryStoreResource(store.Id) { Instructions = "General rules are in /rules, rules for a supplier in /suppliers." },
        new FileResource(invoices.Id) { MountPath = "/mnt/session/uploads/invoices.csv" },
    ],
});
if (emulator is not null)
{
    ScriptedEmulator.WriteScript(emulator, store.Id);
}

await using (var stream = await client.Sessions.Events.StreamAsync(session.Id))
{
    await client.Sessions.Events.SendAsync(session.Id, "Sum up invoices.csv by currency, as a report in Markdown.");
    await foreach (var received in stream)
    {
        if (received is AgentMessageEvent message)
        {
            Console.WriteLine(message.Text);
        }
        else if (received is SessionErrorEvent { Error: var error })
        {
            Console.WriteLine($"{error.Type}: {error.Message}");
        }
        else if (received is SessionStatusIdleEvent)
        {
            break; // idle is the end of the turn, because no tool here waits for a result
        }
    }
}

// The service lists outputs some seconds after they were written. This call waits for them and downloads them.
var folder = Directory.CreateTempSubdirectory("reports-").FullName;
foreach (var output in await client.Sessions.Outputs.DownloadToFolderAsync(session.Id, folder, new() { ExpectedCount = 1 }))
{
    Console.WriteLine($"Downloaded {output.Path}:");
    Console.WriteLine(await File.ReadAllTextAsync(output.Path));
}

// The new memories are available to the next session. Their versions contain the id of the session that wrote them.
Console.WriteLine(await client.MemoryStores.Memories.GetTreeAsync(store.Id));
await foreach (var version in client.MemoryStores.MemoryVersions.ListAsync(store.Id, new() { SessionId = session.Id }))
{
    Console.WriteLine($"{version.Operation} {version.Path} in this session");
}
