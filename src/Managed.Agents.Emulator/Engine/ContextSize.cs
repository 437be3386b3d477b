namespace Managed.Agents.Emulator;

/// <summary>Estimates how much a thread's model reads: what it has read before comes from the cache, the rest is new.</summary>
internal sealed class ContextSize
{
    private const int CharactersPerToken = 4;

    // Instructions and tool descriptions come before anything a user says.
    private long _known;
    private long _fresh = 1_000;

    /// <summary>Counts text that the model will read with its next request.</summary>
    public void Read(string text) => _fresh += Tokens(text.Length);

    public RequestUsage Estimate(long outputCharacters) => new(Input: 4, Output: Math.Max(1, Tokens(outputCharacters)), CacheCreation: _fresh, CacheRead: _known);

    /// <summary>What was new is known from now on, and so is what the model said.</summary>
    public void Advance(long outputCharacters)
    {
        _known += _fresh;
        _fresh = Tokens(outputCharacters);
    }

    private static long Tokens(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
