using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Managed.Agents;

/// <summary>Retries one request after its first attempt.</summary>
internal sealed class RetryPipeline(ApiRequest request, Attempt first, Func<CancellationToken, Task<Attempt>> attempt, ILogger logger)
{
    private static readonly ResiliencePropertyKey<RetryPipeline> Key = new("Managed.Agents.RetryPipeline");

    private bool _hasReturnedFirst;
    private bool _mayHaveTakenEffect;

    /// <summary>Builds the retry pipeline of a connection. Returns null if retries are off.</summary>
    public static ResiliencePipeline<Attempt>? BuildPipeline(ResilienceOptions? resilience, TimeProvider time) =>
        resilience is null or { MaxRetryAttempts: 0 }
            ? null
            : new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
                .AddRetry(new RetryStrategyOptions<Attempt>
                {
                    MaxRetryAttempts = resilience.MaxRetryAttempts,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = resilience.BaseDelay,
                    MaxDelay = resilience.MaxDelay,
                    ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result is { IsRetryable: true }),
                    DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter),
                    OnRetry = static arguments =>
                    {
                        if (arguments.Context.Properties.TryGetValue(Key, out var retries))
                        {
                            retries.BeforeRetry(arguments.AttemptNumber + 1, arguments.RetryDelay, arguments.Outcome.Result!);
                        }

                        return default;
                    },
                })
                .Build();

    public async Task<Attempt> RunAsync(ResiliencePipeline<Attempt> pipeline, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Key, this);
        try
        {
            var last = await pipeline.ExecuteAsync(
                static (context, retries) => retries.NextAsync(context.CancellationToken), context, this).ConfigureAwait(false);
            if (last.Error is { } error)
            {
                error.MayHaveTakenEffect |= _mayHaveTakenEffect;
            }

            return last;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Attempt> NextAsync(CancellationToken cancellationToken)
    {
        if (!_hasReturnedFirst)
        {
            _hasReturnedFirst = true;
            return first;
        }

        return await attempt(cancellationToken).ConfigureAwait(false);
    }

    private void BeforeRetry(int number, TimeSpan delay, Attempt failed)
    {
        _mayHaveTakenEffect |= failed.Error!.MayHaveTakenEffect;
        failed.Response?.Dispose();
        logger.Retrying(number, request.Method, request.Path, delay, failed.Error.Message);
    }
}
