namespace Managed.Agents;

/// <summary>What marks the parts of the API that are a research preview and may change without notice.</summary>
internal static class PreviewFeature
{
    /// <summary>The diagnostic that a user of such a part suppresses to say that this is understood.</summary>
    public const string DiagnosticId = "MAG001";
}
