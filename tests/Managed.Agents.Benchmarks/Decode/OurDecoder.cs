namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Our client's <c>StreamAsync</c>. Null until it exists.</summary>
internal static class OurDecoder
{
    public static IDecoder? Create(byte[] stream) => null;
}
