namespace Managed.Agents.Emulator;

/// <summary>What goes wrong with a request on purpose: an error instead of the operation, or the operation without its answer.</summary>
internal sealed record RequestFault(int Status, TimeSpan? RetryAfter, bool LosesAnswer)
{
    public ApiError ToError() => new(Status, TypeOf(Status), $"The emulator was told to fail this request with {Status}.");

    private static string TypeOf(int status) => status switch
    {
        401 => "authentication_error",
        402 => "billing_error",
        403 => "permission_error",
        404 => "not_found_error",
        409 => "conflict_error",
        413 => "request_too_large",
        429 => "rate_limit_error",
        504 => "timeout_error",
        529 => "overloaded_error",
        >= 500 => "api_error",
        _ => "invalid_request_error",
    };
}

/// <summary>The faults that wait for their requests, each operation's in the order in which they were asked for.</summary>
internal sealed class FaultPlan(ContractCatalog contract)
{
    private readonly List<(string Operation, RequestFault Fault)> _faults = [];

    public void Add(string operation, RequestFault fault, int times)
    {
        if (!contract.Operations.Any(known => known.Id == operation))
        {
            throw new ArgumentException($"The API has no operation \"{operation}\"; its names look like \"sessions.events.send\".", nameof(operation));
        }

        lock (_faults)
        {
            _faults.AddRange(Enumerable.Repeat((operation, fault), times));
        }
    }

    public RequestFault? Take(string operation) => Take(operation, static _ => true);

    /// <summary>The next fault that is an answer, for what is done without a request: there no answer can be lost.</summary>
    public RequestFault? TakeRefusal(string operation) => Take(operation, static fault => !fault.LosesAnswer);

    private RequestFault? Take(string operation, Func<RequestFault, bool> fits)
    {
        lock (_faults)
        {
            var index = _faults.FindIndex(entry => entry.Operation == operation && fits(entry.Fault));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index].Fault;
            _faults.RemoveAt(index);
            return fault;
        }
    }
}
