using System.Numerics;

namespace Managed.Agents;

/// <summary>
/// Decides how many events a page of a history has. After an incomplete response the page gets smaller, because a large response may never
/// arrive completely. After several complete ones it grows again.
/// </summary>
internal sealed class HistoryPageSize
{
    /// <summary>The default page size. It is small enough to read the history of a thousand sessions at the same time.</summary>
    public const int Default = 250;

    private const int FirstPagesUntilGrowth = 4;
    private const int MaxPagesUntilGrowth = 64;

    private readonly int _largest;
    private int _pagesUntilGrowth = FirstPagesUntilGrowth;
    private int _completePages;
    private bool _hasJustGrown;

    /// <param name="largest">The largest page size, which is also the first. Must be at least 1.</param>
    public HistoryPageSize(int largest = Default)
    {
        _largest = largest;
        Current = largest;
    }

    /// <summary>The size of the next page.</summary>
    public int Current { get; private set; }

    /// <summary>Records an incomplete response. The next page is smaller: 250, 64, 16, 4 and 1 event.</summary>
    /// <returns>False if the page cannot be smaller.</returns>
    public bool TryShrink()
    {
        // A size that failed right after growing is tried again later each time.
        _pagesUntilGrowth = _hasJustGrown ? Math.Min(2 * _pagesUntilGrowth, MaxPagesUntilGrowth) : _pagesUntilGrowth;
        _hasJustGrown = false;
        _completePages = 0;
        if (Current == 1)
        {
            return false;
        }

        Current = 1 << (BitOperations.Log2((uint)Current - 1) & ~1);
        return true;
    }

    /// <summary>Records a complete page.</summary>
    public void Succeed()
    {
        if (_hasJustGrown)
        {
            _hasJustGrown = false;
            _pagesUntilGrowth = FirstPagesUntilGrowth;
        }

        if (Current < _largest && ++_completePages == _pagesUntilGrowth)
        {
            Current = Math.Min(4 * Current, _largest);
            _completePages = 0;
            _hasJustGrown = true;
        }
    }
}
