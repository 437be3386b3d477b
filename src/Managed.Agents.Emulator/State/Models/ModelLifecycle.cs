namespace Managed.Agents.Emulator;

/// <summary>The lifecycle stage of a model.</summary>
internal enum ModelLifecycle
{
    Active,
    Deprecated,
    Retired,
}
