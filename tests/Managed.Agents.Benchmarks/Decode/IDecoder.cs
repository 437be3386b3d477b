namespace Managed.Agents.Benchmarks.Decode;

/// <summary>One way to read a session's stream to its end.</summary>
internal interface IDecoder : IDisposable
{
    string Name { get; }

    /// <summary>Opens the stream, reads every event and looks at its id, its type and a message's text.</summary>
    Task<Tally> DecodeAsync();
}
