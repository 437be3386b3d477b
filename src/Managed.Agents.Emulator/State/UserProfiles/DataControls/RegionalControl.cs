namespace Managed.Agents.Emulator;

/// <summary>The keys or buckets of a user profile by region. The control is enabled while at least one region has a key or bucket.</summary>
internal sealed class RegionalControl<T>
    where T : class
{
    // The contract does not name these values, so they are the emulator's choice.
    private static readonly TimeSpan ValidationTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetentionTime = TimeSpan.FromDays(30);

    private readonly Dictionary<string, RegionState<T>> _regions;
    private readonly List<RetiredValue<T>> _retired;

    public RegionalControl()
        : this([], [])
    {
    }

    private RegionalControl(Dictionary<string, RegionState<T>> regions, List<RetiredValue<T>> retired)
    {
        _regions = regions;
        _retired = retired;
    }

    public IReadOnlyDictionary<string, RegionState<T>> Regions => _regions;

    public RegionalControl<T> Copy() => new(new Dictionary<string, RegionState<T>>(_regions, StringComparer.Ordinal), [.. _retired]);

    public IEnumerable<RetiredValue<T>> Retired(DateTimeOffset now) => _retired.Where(retired => retired.ExpiresAt > now).OrderBy(static retired => retired.ExpiresAt);

    /// <summary>Sets the key or bucket of a region. Setting the same value again restarts a failed validation.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Set(string region, T value, DateTimeOffset now)
    {
        var state = _regions.GetValueOrDefault(region);
        var isSame = Equals(state?.Configured, value);
        if (isSame && state is { Phase: not RegionPhase.Failed })
        {
            return false;
        }

        // The previous failure is reported only when the same value is set again.
        _regions[region] = new RegionState<T>(value, RegionPhase.Pending, now)
        {
            Effective = state?.Effective,
            Failure = isSame ? state?.Failure : null,
        };
        return true;
    }

    /// <summary>Removes the key or bucket of a region.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string region, DateTimeOffset now)
    {
        if (!_regions.Remove(region, out var state))
        {
            return false;
        }

        Retire(region, state.Effective, now);
        return true;
    }

    /// <summary>Completes the validations that are due.</summary>
    /// <returns>When the last of them completed; null when none was due.</returns>
    public DateTimeOffset? Settle(DateTimeOffset now, Func<T, CheckFailure?> check)
    {
        DateTimeOffset? last = null;
        foreach (var (region, state) in _regions.Where(entry => entry.Value.Phase is RegionPhase.Pending && entry.Value.Since + ValidationTime <= now).ToList())
        {
            var at = state.Since + ValidationTime;
            last = last > at ? last : at;
            if (check(state.Configured) is { } failure)
            {
                _regions[region] = state with { Phase = RegionPhase.Failed, Since = at, Failure = failure };
                continue;
            }

            if (!Equals(state.Effective, state.Configured))
            {
                Retire(region, state.Effective, at);
            }

            _retired.RemoveAll(retired => retired.Region == region && Equals(retired.Value, state.Configured));
            _regions[region] = new RegionState<T>(state.Configured, RegionPhase.Active, at) { Effective = state.Configured };
        }

        return last;
    }

    /// <summary>Records the result of a check of the keys or buckets that are in use.</summary>
    /// <returns>Whether any region uses the checked key or bucket, and whether the result of any region changed.</returns>
    public (bool IsUsed, bool IsChanged) Check(Func<T, bool> isChecked, CheckFailure? failure, DateTimeOffset now)
    {
        var isChanged = false;
        var inUse = _regions.Where(entry => entry.Value.Effective is { } effective && isChecked(effective)).ToList();
        foreach (var (region, state) in inUse.Where(static entry => entry.Value.Phase is RegionPhase.Active))
        {
            isChanged |= state.Failure != failure;
            _regions[region] = state with { Failure = failure, LastCheckedAt = now };
        }

        return (inUse.Count > 0, isChanged);
    }

    private void Retire(string region, T? value, DateTimeOffset at)
    {
        if (value is not null)
        {
            _retired.Add(new RetiredValue<T>(value, region, at + RetentionTime));
        }
    }
}
