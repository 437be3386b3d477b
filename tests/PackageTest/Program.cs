// Looks into the packages that were just packed, and runs a session with what was restored from them.
using PackageTest;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: PackageTest <folder with the packages>");
    return 2;
}

string[] library =
[
    "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Configuration.Binder",
    "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions",
    "Microsoft.Extensions.Options", "Polly.Core", "System.Net.ServerSentEvents", "System.Text.Json", "System.Threading.RateLimiting",
];

var problems = new List<string>();
problems.AddRange(new PackageInspector(folder, "Managed.Agents") { Dependencies = library, MaximumBytes = 3_300_000 }.Problems());
problems.AddRange(new PackageInspector(folder, "Managed.Agents.AspNetCore") { Dependencies = ["Managed.Agents"], Frameworks = ["Microsoft.AspNetCore.App"] }.Problems());
problems.AddRange(new PackageInspector(folder, "Managed.Agents.Emulator") { Dependencies = ["Managed.Agents", "Cronos"], Frameworks = ["Microsoft.AspNetCore.App"] }.Problems());
problems.AddRange(await PackedSession.RunAsync());

problems.ForEach(Console.Error.WriteLine);
return problems.Count == 0 ? 0 : 1;
