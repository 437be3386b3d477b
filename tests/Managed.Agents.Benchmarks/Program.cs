using Managed.Agents.Benchmarks.Cold;
using Managed.Agents.Benchmarks.Decode;

return args switch
{
    ["decode"] => await DecodeRun.RunAsync(DecodeRun.Rounds),
    ["decode", var rounds] when int.TryParse(rounds, out var count) && count >= 2 => await DecodeRun.RunAsync(count),
    ["cold"] => await ColdRun.RunAsync(),
    [ColdRun.ChildCommand, var variant] => await ColdChild.RunAsync(variant),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: decode [rounds] | cold");
    return 2;
}
