// Every morning at six, an agent sums up yesterday's tickets. A schedule at the service starts it: no server, no cron job, nobody awake.
using Managed.Agents;
using Managed.Agents.Emulator;

// Days pass here in a moment, so this sample always talks to an emulator, on a clock that we move. It needs no key.
var clock = new EmulatorClock(new DateTimeOffset(2026, 10, 23, 12, 0, 0, TimeSpan.Zero));
await using var emulator = await AgentsEmulator.StartAsync(new() { TimeProvider = clock });
emulator.OnUserMessage("Sum up yesterday's tickets.")
    .UseTool("bash", """{"command": "tickets --since yesterday"}""", "1207 Login fails; 1208 Invoice sent twice")
    .Reply("Two new tickets. 1207 (login fails) is urgent, 1208 (invoice sent twice) can wait.");
using var client = emulator.CreateClient();

// Once: who works, where, on what, and when.
var agent = await client.Agents.CreateAsync(new()
{
    Name = "ticket-reporter",
    Model = "claude-haiku-5-5",
    System = "You sum up support tickets in two sentences.",
    Tools = [new AgentToolset()],
});
var environment = await client.Environments.CreateAsync(new() { Name = "reports" });
var deployment = await client.Deployments.CreateAsync(new()
{
    Name = "ticket-report",
    Agent = agent.Id,
    EnvironmentId = environment.Id,
    InitialEvents = ["Sum up yesterday's tickets."],
    Schedule = DeploymentSchedule.Cron("0 6 * * *", "Europe/Paris"),
});

Console.WriteLine("The next reports:");
foreach (var time in ((CronSchedule)deployment.Schedule!).UpcomingRunsAt)
{
    Console.WriteLine($"  {InParis(time)}");
}

// Three days go by; in one of the nights the clocks of Paris go back, and six in the morning stays six in the morning.
clock.Advance(TimeSpan.FromDays(3));
await PrintAsync(new() { DeploymentId = deployment.Id });

// Somebody takes the environment away. What the next run would meet too pauses the deployment, and says so.
await client.Environments.ArchiveAsync(environment.Id);
clock.Advance(TimeSpan.FromDays(2));
deployment = await client.Deployments.GetAsync(deployment.Id);
if (deployment.PausedReason is ErrorPause { Error: var cause })
{
    Console.WriteLine($"{Environment.NewLine}{deployment.Name} is {deployment.Status}: {cause.Type}");
    await PrintAsync(new() { DeploymentId = deployment.Id, HasError = true });
}

// Mend it and let it go on. What was missed is not made up for, so the report of this morning is asked for by hand.
var replacement = await client.Environments.CreateAsync(new() { Name = "reports-again" });
await client.Deployments.UpdateAsync(deployment.Id, new() { EnvironmentId = replacement.Id });
await client.Deployments.UnpauseAsync(deployment.Id);
await client.Deployments.RunAsync(deployment.Id);
await PrintAsync(new() { DeploymentId = deployment.Id, TriggerType = DeploymentTriggerType.Manual });

async Task PrintAsync(DeploymentRunListOptions which)
{
    Console.WriteLine();
    await foreach (var run in client.DeploymentRuns.ListAsync(which))
    {
        var when = run.TriggerContext is ScheduleTrigger { ScheduledAt: var time } ? InParis(time) : "by hand";
        Console.WriteLine($"{when}: {run.Error?.Message ?? await ReportAsync(run.SessionId!)}");
    }
}

// The report is the last thing the agent said.
async Task<string> ReportAsync(string sessionId)
{
    await client.Sessions.WaitUntilIdleAsync(sessionId);
    var report = "";
    await foreach (var said in client.Sessions.Events.ListAsync(sessionId, new() { Types = [SessionEventType.AgentMessage] }))
    {
        report = ((AgentMessageEvent)said).Text;
    }

    return report;
}

static string InParis(DateTimeOffset time) => $"{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(time, "Europe/Paris"):yyyy-MM-dd HH:mm zzz}";
