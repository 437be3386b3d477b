namespace Managed.Agents.Emulator;

/// <summary>Creates ids in the form of the API: a prefix, <c>01</c>, and 22 characters from an alphabet without characters that look alike.</summary>
internal sealed class IdFactory(Random random)
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private readonly Lock _gate = new();

    public string New(string prefix)
    {
        Span<char> tail = stackalloc char[22];
        lock (_gate)
        {
            random.GetItems(Alphabet, tail);
        }

        return $"{prefix}_01{tail}";
    }

    /// <summary>Returns random bytes for a secret.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lock (_gate)
        {
            random.NextBytes(bytes);
        }

        return bytes;
    }
}
