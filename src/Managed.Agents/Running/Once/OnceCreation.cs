using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>One create that must not happen twice.</summary>
internal sealed class OnceCreation<T>(
    Func<CancellationToken, Task<T>> create, MarkerSearch<T> search, string marker, OnceOptions options, TimeProvider time, ILogger logger)
    where T : class, ICreatedObject
{
    public async Task<CreateOnceResult<T>> RunAsync(CancellationToken cancellationToken)
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
                logger.CreateUncertain(attempt, typeof(T).Name, options.SettleDelay, failure.Message);
            }

            await Task.Delay(options.SettleDelay, time, cancellationToken).ConfigureAwait(false);
            List<T> found;
            try
            {
                found = await search.FindAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ManagedAgentsException failure)
            {
                logger.CreateNotVerified(typeof(T).Name, failure.Message);
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
