namespace Managed.Agents.Webhooks;

/// <summary>Enumerates the entries of a signature header. Entries after the sixteenth are ignored, so that a long header is not expensive.</summary>
internal ref struct SignatureEntries(ReadOnlySpan<char> header)
{
    public const int MaximumCount = 16;

    private ReadOnlySpan<char> _rest = header;
    private int _count;

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        _rest = _rest.TrimStart(' ');
        if (_rest.IsEmpty || _count == MaximumCount)
        {
            return false;
        }

        var end = _rest.IndexOf(' ');
        Current = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[end..];
        _count++;
        return true;
    }
}
