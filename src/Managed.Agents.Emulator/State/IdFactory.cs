namespace Managed.Agents.Emulator;

/// <summary>Ids as the API makes them: a prefix, <c>01</c>, and 22 characters that cannot be mistaken for each other.</summary>
internal sealed class IdFactory(Random random)
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public string New(string prefix)
    {
        Span<char> tail = stackalloc char[22];
        lock (random)
        {
            random.GetItems(Alphabet, tail);
        }

        return $"{prefix}_01{tail}";
    }

    /// <summary>Bytes of a secret.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lock (random)
        {
            random.NextBytes(bytes);
        }

        return bytes;
    }
}
