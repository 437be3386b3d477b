using System.Runtime.InteropServices;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Counts what a decoder read. Decoders that did the same work have equal tallies.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct Tally(int Events, long IdCharacters, long TypeCharacters, long TextCharacters)
{
    public void Add(string id, string type)
    {
        Events++;
        IdCharacters += id.Length;
        TypeCharacters += type.Length;
    }

    public void AddText(string text) => TextCharacters += text.Length;
}
