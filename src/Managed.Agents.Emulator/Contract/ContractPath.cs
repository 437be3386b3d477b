namespace Managed.Agents.Emulator;

/// <summary>The path of a value in a request or response, such as <c>tools[0].configs[2].name</c>.</summary>
internal sealed class ContractPath
{
    private readonly ContractPath? _parent;
    private readonly string _step;

    private ContractPath(ContractPath? parent, string step, bool tolerant)
    {
        _parent = parent;
        _step = step;
        Tolerant = tolerant;
    }

    public static ContractPath Body { get; } = new(parent: null, "", tolerant: false);

    /// <summary>The root of a response. Clients must ignore fields that the contract does not list.</summary>
    public static ContractPath Answer { get; } = new(parent: null, "", tolerant: true);

    public bool Tolerant { get; }

    public static ContractPath Named(string name) => new(parent: null, name, tolerant: false);

    public ContractPath Field(string name) => new(this, name, Tolerant);

    public ContractPath Item(int index) => new(this, $"[{index}]", Tolerant);

    public override string ToString()
    {
        var text = Render();
        return text.Length == 0 ? "body" : text;
    }

    private string Render()
    {
        var parent = _parent?.Render() ?? "";
        return parent.Length == 0 || _step.StartsWith('[') ? parent + _step : $"{parent}.{_step}";
    }
}
