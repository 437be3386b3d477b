// An agent gets a file to work on and a memory store to learn from, writes down what it learned, and hands back a report.
using Managed.Agents;
using MemoryAndFiles;

// With ANTHROPIC_API_KEY this talks to the real service. Without it, the same code talks to an emulator in this process.
await using var emulator = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 } ? null : await ScriptedEmulator.StartAsync();
using var client = emulator?.CreateClient() ?? new ManagedAgentsClient();

// A store that outlives sessions, seeded with what everybody should know.
var store = await client.MemoryStores.CreateAsync(new() { Name = "Invoice rules", Description = "What we know about the invoices of our suppliers." });
await client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/rules/currency.md", Content = "Amounts without a currency are euros." });
await client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/suppliers/acme.md", Content = "Acme sends its invoices in dollars." });

// A file, straight from memory here; FileUpload.FromPath and FromStream send what is too big for that.
var invoices = await client.Files.UploadAsync(FileUpload.FromBytes("supplier,amount\nAcme,100\nGlobex,250\n"u8.ToArray(), "invoices.csv"));
Console.WriteLine($"Uploaded {invoices.FileName}, {invoices.SizeBytes} bytes.");

var agent = await client.Agents.CreateAsync(new()
{
    Name = "bookkeeper",
    Model = "claude-sonnet-5-5",
    System = "You check invoices. Read your memory first, and write down what you learn. Reports go to /mnt/session/outputs.",
    Tools = [new AgentToolset()],
});

// Run it as often as you like: the environment is made once.
var environment = await client.Environments.GetOrCreateAsync(new() { Name = "bookkeeping" });
var session = await client.Sessions.CreateAsync(new()
{
    Agent = agent.Id,
    EnvironmentId = environment.Id,
    Resources =
    [
        new MemoryStoreResource(store.Id) { Instructions = "Rules are in /rules, what is particular about a supplier is in /suppliers." },
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
            break; // idle is the end of the turn, as no tool here waits for an answer
        }
    }
}

// The service lists outputs some seconds after they were written: this waits for them, then downloads them.
var folder = Directory.CreateTempSubdirectory("reports-").FullName;
foreach (var output in await client.Sessions.Outputs.DownloadToFolderAsync(session.Id, folder, new() { ExpectedCount = 1 }))
{
    Console.WriteLine($"Fetched {output.Path}:");
    Console.WriteLine(await File.ReadAllTextAsync(output.Path));
}

// What the agent learned is there for the next session, and says who wrote it.
Console.WriteLine(await client.MemoryStores.Memories.GetTreeAsync(store.Id));
await foreach (var version in client.MemoryStores.MemoryVersions.ListAsync(store.Id, new() { SessionId = session.Id }))
{
    Console.WriteLine($"{version.Operation} {version.Path} in this session");
}
