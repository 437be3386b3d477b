namespace Managed.Agents.Tests.Contract;

/// <summary>A difference between client and contract.</summary>
/// <param name="Subject">The name of the operation, type, field, variant or value.</param>
/// <param name="Problem">The difference.</param>
internal sealed record Finding(string Subject, string Problem)
{
    public override string ToString() => $"{Subject}: {Problem}";
}

/// <summary>All differences that were found. Each subject is listed once per kind of problem, independent of the number of payloads that show it.</summary>
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
