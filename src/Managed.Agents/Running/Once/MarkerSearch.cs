namespace Managed.Agents;

/// <summary>Looks for the objects with a marker among those that were created since the search was made, without reading all older ones.</summary>
internal sealed class MarkerSearch<T>(Func<DateTimeOffset, CancellationToken, AsyncPageable<T>> list, string marker, TimeProvider time)
    where T : class, ICreatedObject
{
    /// <summary>How far the clock of the service may be behind ours. The first page is read in any case, so a greater difference rarely matters.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>The same for the filter of a list, which hides older objects. A day, so that a wrong time zone hides nothing.</summary>
    private static readonly TimeSpan FilterDifference = TimeSpan.FromDays(1);

    private readonly DateTimeOffset _start = time.GetUtcNow();

    public async Task<List<T>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<T>();
        var order = new ObservedOrder();
        await foreach (var page in list(_start - FilterDifference, cancellationToken).AsPages().ConfigureAwait(false))
        {
            foreach (var one in page.Items)
            {
                order.Observe(one.CreatedAt);
                if (one.Metadata.GetValueOrDefault(CreateMarker.Key) == marker)
                {
                    found.Add(one);
                }
            }

            if (order.IsNewestFirst && order.Last < _start - ClockDifference)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The order in which a list is sorted, as far as its items show it. For some lists the order is not documented.</summary>
    private struct ObservedOrder
    {
        private bool _rises;
        private bool _falls;

        public DateTimeOffset? Last { get; private set; }

        public readonly bool IsNewestFirst => _falls && !_rises;

        public void Observe(DateTimeOffset at)
        {
            _rises |= at > Last;
            _falls |= at < Last;
            Last = at;
        }
    }
}
