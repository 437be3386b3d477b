namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Reads the event stream of a session to its end.</summary>
internal interface IDecoder : IDisposable
{
    string Name { get; }

    /// <summary>Opens the stream and reads the id, the type and the message text of every event.</summary>
    Task<Tally> DecodeAsync();
}
