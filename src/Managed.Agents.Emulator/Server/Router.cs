namespace Managed.Agents.Emulator;

/// <summary>Finds the operation of a method and a path.</summary>
internal sealed class Router(ContractCatalog contract)
{
    public (ContractOperation Operation, IReadOnlyDictionary<string, string> Route) Find(string method, string path, IReadOnlyCollection<string> betas)
    {
        // Split before decoding, so that an escaped slash stays inside its segment.
        string[] segments = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        List<ContractOperation> found = [];
        IReadOnlyDictionary<string, string>? values = null;
        foreach (var operation in contract.Operations)
        {
            if (operation.Method != method || operation.Match(segments) is not { } route || route.Count > values?.Count)
            {
                continue;
            }

            // The route with the fewest placeholders wins: /work/poll is not the work item "poll".
            if (values is null || route.Count < values.Count)
            {
                found.Clear();
                values = route;
            }

            found.Add(operation);
        }

        return values is null ? throw Unknown(method, path, segments) : (BetaVariants.Choose(found, betas), values);
    }

    private ApiError Unknown(string method, string path, string[] segments)
    {
        var area = contract.Operations.Where(operation => segments.Length > 1 && operation.Area == segments[1]).ToList();
        var known = area.Count > 0
            ? $"Known routes here: {string.Join("; ", area.Select(static operation => $"{operation.Method} {operation.Path}").Distinct(StringComparer.Ordinal))}."
            : $"Known areas: {string.Join(", ", contract.Operations.Select(static operation => $"/v1/{operation.Area}").Distinct(StringComparer.Ordinal))}.";
        return ApiError.NotFound($"{method} {path} does not exist. {known}");
    }
}
