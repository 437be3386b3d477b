namespace Managed.Agents;

/// <summary>Marks the parts of the API that are a research preview and may change without notice.</summary>
internal static class PreviewFeature
{
    /// <summary>The diagnostic id. Suppress it to use a preview feature.</summary>
    public const string DiagnosticId = "MAG001";
}
