namespace Managed.Agents.Tests.Contract;

/// <summary>Something in which client and contract differ.</summary>
/// <param name="Subject">The name of the operation, type, field, variant or value.</param>
/// <param name="Problem">How it differs.</param>
internal sealed record Finding(string Subject, string Problem)
{
    public override string ToString() => $"{Subject}: {Problem}";
}

/// <summary>All that a judge found. The same subject is named once per kind of problem, however many payloads show it.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];
    private readonly HashSet<(string Subject, string Kind)> _seen = [];

    public IReadOnlyList<Finding> All => _all;

    public void Add(string subject, string problem) => Add(subject, problem, problem);

    public void Add(string subject, string kind, string problem)
    {
        if (_seen.Add((subject, kind)))
        {
            _all.Add(new Finding(subject, problem));
        }
    }
}
