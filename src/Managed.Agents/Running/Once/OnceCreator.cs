namespace Managed.Agents;

/// <summary>Creates an object once: with a marker, by which it is looked up before the create is retried.</summary>
internal sealed class OnceCreator<T>(
    Func<CancellationToken, Task<T>> create, Func<IAsyncEnumerable<T>> list, Func<T, IReadOnlyDictionary<string, string>> metadata, TimeProvider time)
    where T : class
{
    public async Task<CreateOnceResult<T>> RunAsync(string marker, OnceOptions options, CancellationToken cancellationToken)
    {
        ManagedAgentsException? problem = null;
        for (var attempt = 1; ; attempt++)
        {
            T? created = null;
            try
            {
                created = await create(cancellationToken).ConfigureAwait(false);
                if (attempt == 1)
                {
                    return new CreateOnceResult<T> { Outcome = OnceOutcome.Sent, Value = created, Marker = marker };
                }
            }
            catch (ManagedAgentsException failure) when (failure.MayHaveTakenEffect || attempt > 1)
            {
                problem = failure;
            }

            await Task.Delay(options.SettleDelay, time, cancellationToken).ConfigureAwait(false);
            List<T> found = [];
            try
            {
                await foreach (var one in list().WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (metadata(one).GetValueOrDefault(CreateMarker.Key) == marker)
                    {
                        found.Add(one);
                    }
                }
            }
            catch (ManagedAgentsException failure)
            {
                return new CreateOnceResult<T> { Outcome = OnceOutcome.Unknown, Candidates = created is null ? [] : [created], Marker = marker, Attempts = attempt, Problem = failure };
            }

            if (found.Count == 1)
            {
                return new CreateOnceResult<T> { Outcome = created is null ? OnceOutcome.Found : OnceOutcome.Sent, Value = found[0], Marker = marker, Attempts = attempt, Problem = problem };
            }

            if (found.Count > 1 || created is not null || attempt > options.MaxRetryAttempts || problem is { MayHaveTakenEffect: false })
            {
                return new CreateOnceResult<T> { Outcome = OnceOutcome.Unknown, Candidates = found.Count == 0 && created is not null ? [created] : found, Marker = marker, Attempts = attempt, Problem = problem };
            }
        }
    }
}
