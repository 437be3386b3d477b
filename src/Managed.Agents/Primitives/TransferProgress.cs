using System.Runtime.InteropServices;

namespace Managed.Agents;

/// <summary>How far an upload or a download has come.</summary>
/// <param name="BytesTransferred">The bytes that have moved so far. It begins anew when a failed attempt is repeated.</param>
/// <param name="TotalBytes">The bytes in all; null when nobody knows.</param>
/// <remarks>Bytes of content are counted: not what surrounds it on the wire, and of a folder that is sent as a zip, its files as they are on disk.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes)
{
    /// <summary>The part that has moved, from 0 to 1; null when the total is not known.</summary>
    public double? Fraction => TotalBytes switch
    {
        null => null,
        0 => 1,
        { } total => (double)BytesTransferred / total,
    };
}
