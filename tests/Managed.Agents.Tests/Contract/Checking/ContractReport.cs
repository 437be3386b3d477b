using System.Globalization;
using System.Text;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>The differences that were found, and the coverage.</summary>
internal sealed record ContractReport(ContractFile Contract, Scope Scope, Coverage Coverage, IReadOnlyList<Finding> Findings)
{
    public int Requests { get; init; }

    public int Responses { get; init; }

    public TimeSpan Time { get; init; }

    /// <summary>Operations, types, fields, variants and values.</summary>
    public IReadOnlyList<PartCount> Parts => [.. Count()];

    /// <summary>Returns the covered, exempt and total number of each part, and the exemptions.</summary>
    public string Counts()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Contract: {Contract.Source}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-12}{"covered",10}{"exempt",10}{"missing",10}{"total",10}");
        foreach (var count in Parts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{count.Part,-12}{count.Covered,10}{count.Exempt,10}{count.Missing,10}{count.All,10}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{Requests} requests and {Responses} responses compared in {Time.TotalSeconds:0.0} s");
        text.AppendLine(CultureInfo.InvariantCulture, $"Exemptions: {Scope.ExemptOperations.Values.Concat(Scope.ExemptTypes.Values).Distinct().Count()}");
        foreach (var exemption in Scope.ExemptOperations.Values.Concat(Scope.ExemptTypes.Values).Distinct())
        {
            var operations = Scope.ExemptOperations.Values.Count(other => other == exemption);
            var types = Scope.ExemptTypes.Values.Count(other => other == exemption);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {operations,3} operations, {types,3} types: {exemption.Reason}");
        }

        return text.ToString();
    }

    private static PartCount CountOf(string part, IReadOnlyList<bool> isExempt, IReadOnlyList<bool> isMarked) => new(
        part,
        isMarked.Zip(isExempt).Count(static entry => entry.First && !entry.Second),
        isExempt.Count(static exempt => exempt),
        isMarked.Count);

    private IEnumerable<PartCount> Count()
    {
        var operations = Contract.Operations.Keys.ToList();
        yield return CountOf("operations", [.. operations.Select(Scope.ExemptOperations.ContainsKey)], [.. operations.Select(id => Coverage.IsMarked("operations", id))]);
        var all = Contract.Types.Values.SelectMany(type => Coverage.PartsOf(Contract, type).Select(entry => (IsExempt: Scope.ExemptTypes.ContainsKey(type.Name), entry.Part, entry.Name))).ToLookup(static entry => entry.Part);
        foreach (var part in new[] { "types", "fields", "variants", "values" })
        {
            yield return CountOf(part, [.. all[part].Select(static entry => entry.IsExempt)], [.. all[part].Select(entry => Coverage.IsMarked(part, entry.Name))]);
        }
    }
}

/// <summary>The coverage of a part of the contract.</summary>
internal sealed record PartCount(string Part, int Covered, int Exempt, int All)
{
    public int Missing => All - Covered - Exempt;
}
