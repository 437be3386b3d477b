namespace Managed.Agents.Emulator;

/// <summary>The status of a Google Cloud project that owns buckets.</summary>
public enum EmulatedGoogleProject
{
    /// <summary>The project is verified. Its buckets can be used.</summary>
    Verified,

    /// <summary>The project is not verified. The API responds with <c>gcp_project_not_verified</c>.</summary>
    NotVerified,

    /// <summary>Another organization controls the project. The API responds with <c>gcp_project_controlled_by_another_organization</c>.</summary>
    OtherOrganization,
}
