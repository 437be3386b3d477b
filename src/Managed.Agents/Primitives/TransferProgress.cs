using System.Runtime.InteropServices;

namespace Managed.Agents;

/// <summary>The progress of an upload or a download.</summary>
/// <param name="BytesTransferred">The number of bytes transferred so far. Restarts at 0 when a failed attempt is retried.</param>
/// <param name="TotalBytes">The total number of bytes; <see langword="null"/> when unknown.</param>
/// <remarks>Counts the bytes of the content, without protocol overhead. For a folder that is sent as a zip, counts its files as they are on disk.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes)
{
    /// <summary>The fraction transferred, from 0 to 1; <see langword="null"/> when the total is unknown.</summary>
    public double? Fraction => TotalBytes switch
    {
        null => null,
        0 => 1,
        { } total => (double)BytesTransferred / total,
    };
}
