using Managed.Agents.Benchmarks.Cold;
using Managed.Agents.Benchmarks.Decode;
using Managed.Agents.Benchmarks.Follow;
using Managed.Agents.Benchmarks.Transfers;
using Managed.Agents.Benchmarks.Turns;
using Managed.Agents.Benchmarks.Webhooks;

return args switch
{
    ["decode"] => await DecodeRun.RunAsync(DecodeRun.Rounds),
    ["decode", var rounds] when int.TryParse(rounds, out var count) && count >= 2 => await DecodeRun.RunAsync(count),
    ["follow"] => await FollowRun.RunAsync(1000),
    ["follow", var sessions] when int.TryParse(sessions, out var count) && count >= 1 => await FollowRun.RunAsync(count),
    [FollowEmulator.Command] => await FollowEmulator.RunAsync(),
    [FollowChild.Command, var variant, var address, var key, var count] => await FollowChild.RunAsync(variant, address, key, count),
    ["webhooks"] => WebhookRun.Run(),
    ["cold"] => await ColdRun.RunAsync(),
    ["turns"] => await TurnBenchmark.RunAsync(),
    [TurnEmulator.Command] => await TurnEmulator.RunAsync(),
    ["transfers"] => await TransferRun.RunAsync(),
    [TransferEmulator.Command, var outputs] => await TransferEmulator.RunAsync(outputs),
    [ColdRun.ChildCommand, var variant] => await ColdChild.RunAsync(variant),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: decode [rounds] | cold | follow [sessions] | transfers | turns | webhooks");
    return 2;
}
