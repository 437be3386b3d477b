namespace Managed.Agents;

/// <summary>A place in the input of a tool, such as <c>$.order.items[0]</c>.</summary>
internal sealed class InputPath
{
    private const int MaxNameLength = 64;

    private readonly InputPath? _parent;
    private readonly string _step;

    private InputPath(InputPath? parent, string step)
    {
        _parent = parent;
        _step = step;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public static InputPath Root { get; } = new(null, "$");

    /// <summary>The number of steps from the root.</summary>
    public int Depth { get; }

    public InputPath Property(string name) => new(this, IsSimple(name) ? $".{name}" : $"['{LogLine.OneLine(name, MaxNameLength)}']");

    public InputPath Item(int index) => new(this, $"[{index}]");

    public override string ToString() => _parent + _step;

    private static bool IsSimple(string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(static letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '$');
}
