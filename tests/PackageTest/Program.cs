// Checks the packages in a folder, and runs a session with the same packages after they were restored.
using PackageTest;

if (args is not [var folder, var commit])
{
    Console.Error.WriteLine("Usage: PackageTest <folder with the packages> <commit they were built from, or an empty text>");
    return 2;
}

string[] library =
[
    "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Configuration.Binder",
    "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions",
    "Microsoft.Extensions.Options", "Polly.Core", "System.Net.ServerSentEvents", "System.Text.Json", "System.Threading.RateLimiting",
];

var problems = new List<string>();
problems.AddRange(new PackageInspector(folder, "Managed.Agents", commit) { Dependencies = library, MaximumBytes = 3_300_000, Analyzers = ["Managed.Agents.Analyzers"] }.Problems());
problems.AddRange(new PackageInspector(folder, "Managed.Agents.AspNetCore", commit) { Dependencies = ["Managed.Agents"], Frameworks = ["Microsoft.AspNetCore.App"] }.Problems());
problems.AddRange(new PackageInspector(folder, "Managed.Agents.Emulator", commit) { Dependencies = ["Managed.Agents", "Cronos"], Frameworks = ["Microsoft.AspNetCore.App"] }.Problems());
problems.AddRange(await PackedSession.RunAsync());

problems.ForEach(Console.Error.WriteLine);
return problems.Count == 0 ? 0 : 1;
