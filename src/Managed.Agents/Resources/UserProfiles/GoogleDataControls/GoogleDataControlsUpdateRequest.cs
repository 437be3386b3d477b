namespace Managed.Agents.UserProfiles;

/// <summary>A request to update Google data controls. At least one of the two controls must be set; the other stays unchanged.</summary>
public sealed record GoogleDataControlsUpdateRequest : ApiObject
{
    /// <summary>The change of the customer-managed encryption keys; null leaves them unchanged.</summary>
    public GoogleCmekControlUpdate? Cmek { get; init; }

    /// <summary>The change of the customer-owned storage; null leaves it unchanged.</summary>
    public GoogleStorageControlUpdate? Storage { get; init; }
}
