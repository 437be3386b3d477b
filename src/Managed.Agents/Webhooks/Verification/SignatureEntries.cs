namespace Managed.Agents.Webhooks;

/// <summary>The entries of a signature header, at most sixteen of them, so that a long header costs no more than a short one.</summary>
internal ref struct SignatureEntries(ReadOnlySpan<char> header)
{
    public const int Maximum = 16;

    private ReadOnlySpan<char> _rest = header;
    private int _seen;

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        _rest = _rest.TrimStart(' ');
        if (_rest.IsEmpty || _seen == Maximum)
        {
            return false;
        }

        var end = _rest.IndexOf(' ');
        Current = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[end..];
        _seen++;
        return true;
    }
}
