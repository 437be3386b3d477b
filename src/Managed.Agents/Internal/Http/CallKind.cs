namespace Managed.Agents;

/// <summary>What a call does, and with that when it may be repeated.</summary>
internal enum CallKind
{
    /// <summary>Changes nothing: repeated freely.</summary>
    Read,

    /// <summary>Changes something, and the same thing when repeated: archive, delete, update.</summary>
    IdempotentWrite,

    /// <summary>Makes something new each time it arrives: repeated only when it surely did not.</summary>
    CreateOrSend,

    /// <summary>Opens a stream: repeated until it is open, limited to its headers.</summary>
    Stream,

    /// <summary>Fetches content that is passed on as it comes: repeated until it begins.</summary>
    Download,
}
