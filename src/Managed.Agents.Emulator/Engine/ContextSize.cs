namespace Managed.Agents.Emulator;

/// <summary>Estimates the input tokens of a thread's model requests: text of earlier requests comes from the cache, the rest is new.</summary>
internal sealed class ContextSize
{
    private const int CharactersPerToken = 4;

    // Instructions and tool descriptions precede the first message.
    private long _cached;
    private long _uncached = 1_000;

    /// <summary>Adds text to the input of the next request.</summary>
    public void AddInput(string text) => _uncached += Tokens(text.Length);

    public RequestUsage Estimate(long outputCharacters) => new(Input: 4, Output: Math.Max(1, Tokens(outputCharacters)), CacheCreation: _uncached, CacheRead: _cached);

    /// <summary>Moves the input of the last request to the cache and adds its output to the next input.</summary>
    public void Advance(long outputCharacters)
    {
        _cached += _uncached;
        _uncached = Tokens(outputCharacters);
    }

    private static long Tokens(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
