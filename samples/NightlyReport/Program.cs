// Every morning at six, an agent summarizes yesterday's tickets. A schedule at the service starts it, without a server or a cron job of your own.
using Managed.Agents;
using Managed.Agents.Emulator;

// Days must pass immediately, so this sample always uses an emulator with a clock that it advances. It needs no key.
var clock = new EmulatorClock(new DateTimeOffset(2026, 10, 23, 12, 0, 0, TimeSpan.Zero));
await using var emulator = await AgentsEmulator.StartAsync(new() { TimeProvider = clock });
emulator.OnUserMessage("Summarize yesterday's tickets.")
    .UseTool("bash", """{"command": "tickets --since yesterday"}""", "1207 Login fails; 1208 Invoice sent twice")
    .Reply("Two new tickets. 1207 (login fails) is urgent, 1208 (invoice sent twice) can wait.");
using var client = emulator.CreateClient();

// Set up once: the agent, its environment, the task and the schedule.
var agent = await client.Agents.CreateAsync(new()
{
    Name = "ticket-reporter",
    Model = "claude-haiku-5-5",
    System = "You summarize support tickets in two sentences.",
    Tools = [new AgentToolset()],
});
var environment = await client.Environments.CreateAsync(new() { Name = "reports" });
var deployment = await client.Deployments.CreateAsync(new()
{
    Name = "ticket-report",
    Agent = agent.Id,
    EnvironmentId = environment.Id,
    InitialEvents = ["Summarize yesterday's tickets."],
    Schedule = DeploymentSchedule.Cron("0 6 * * *", "Europe/Paris"),
});

Console.WriteLine("The next reports:");
foreach (var time in ((CronSchedule)deployment.Schedule!).UpcomingRunsAt)
{
    Console.WriteLine($"  {InParis(time)}");
}

// Three days pass. Daylight saving time ends in Paris during one night, and the report still runs at six in the morning.
clock.Advance(TimeSpan.FromDays(3));
await PrintAsync(new() { DeploymentId = deployment.Id });

// The environment is archived. The next run fails with an error that would repeat, so the deployment is paused with this reason.
await client.Environments.ArchiveAsync(environment.Id);
clock.Advance(TimeSpan.FromDays(2));
deployment = await client.Deployments.GetAsync(deployment.Id);
if (deployment.PausedReason is ErrorPause { Error: var cause })
{
    Console.WriteLine($"{Environment.NewLine}{deployment.Name} is {deployment.Status}: {cause.Type}");
    await PrintAsync(new() { DeploymentId = deployment.Id, HasError = true });
}

// Fix the deployment and continue. Missed runs are not started later, so this morning's report is started manually.
var replacement = await client.Environments.CreateAsync(new() { Name = "reports-2" });
await client.Deployments.UpdateAsync(deployment.Id, new() { EnvironmentId = replacement.Id });
await client.Deployments.UnpauseAsync(deployment.Id);
await client.Deployments.RunAsync(deployment.Id);
await PrintAsync(new() { DeploymentId = deployment.Id, TriggerType = DeploymentTriggerType.Manual });

async Task PrintAsync(DeploymentRunListOptions options)
{
    Console.WriteLine();
    await foreach (var run in client.DeploymentRuns.ListAsync(options))
    {
        var when = run.TriggerContext is ScheduleTrigger { ScheduledAt: var time } ? InParis(time) : "manual run";
        Console.WriteLine($"{when}: {run.Error?.Message ?? await ReportAsync(run.SessionId!)}");
    }
}

// The report is the last message of the agent.
async Task<string> ReportAsync(string sessionId)
{
    await client.Sessions.WaitUntilIdleAsync(sessionId);
    var report = "";
    await foreach (var message in client.Sessions.Events.ListAsync(sessionId, new() { Types = [SessionEventType.AgentMessage] }))
    {
        report = ((AgentMessageEvent)message).Text;
    }

    return report;
}

static string InParis(DateTimeOffset time) => $"{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(time, "Europe/Paris"):yyyy-MM-dd HH:mm zzz}";
