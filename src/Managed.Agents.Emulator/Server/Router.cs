namespace Managed.Agents.Emulator;

/// <summary>Finds the operation that a method and a path name.</summary>
internal sealed class Router(ContractCatalog contract)
{
    public (ContractOperation Operation, IReadOnlyDictionary<string, string> Route) Find(string method, string path)
    {
        // Split before decoding, so that an escaped slash stays inside its segment.
        string[] segments = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        (ContractOperation, IReadOnlyDictionary<string, string>)? found = null;
        foreach (var operation in contract.Operations)
        {
            if (operation.Method == method && operation.Match(segments) is { } route && (found is null || route.Count < found.Value.Item2.Count))
            {
                // The fewest placeholders win: /work/poll is not the work item "poll".
                found = (operation, route);
            }
        }

        return found ?? throw Unknown(method, path, segments);
    }

    private ApiError Unknown(string method, string path, string[] segments)
    {
        var area = contract.Operations.Where(operation => segments.Length > 1 && operation.Area == segments[1]).ToList();
        var known = area.Count > 0
            ? $"Known routes here: {string.Join("; ", area.Select(static operation => $"{operation.Method} {operation.Path}").Distinct(StringComparer.Ordinal))}."
            : $"Known areas: {string.Join(", ", contract.Operations.Select(static operation => $"/v1/{operation.Area}").Distinct(StringComparer.Ordinal))}.";
        return ApiError.NotFound($"There is no {method} {path}. {known}");
    }
}
