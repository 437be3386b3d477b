// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>Why the service took an action against an end user.</summary>
/// <remarks>Treat an unrecognized value as <see cref="Unspecified"/>.</remarks>
[JsonConverter(typeof(OpenEnumConverter<UserProfileEnforcementReason>))]
public readonly record struct UserProfileEnforcementReason : IOpenEnum<UserProfileEnforcementReason>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileEnforcementReason(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The end user is in a region that the service does not support.</summary>
    public static UserProfileEnforcementReason UnsupportedRegion { get; } = new(Known.UnsupportedRegion);

    /// <summary>The reason is fraud or abuse.</summary>
    public static UserProfileEnforcementReason FraudOrAbuse { get; } = new(Known.FraudOrAbuse);

    /// <summary>The reason is use that could cause great harm.</summary>
    public static UserProfileEnforcementReason HighHarm { get; } = new(Known.HighHarm);

    /// <summary>The reason is use that violates the usage policy.</summary>
    public static UserProfileEnforcementReason UsagePolicyViolation { get; } = new(Known.UsagePolicyViolation);

    /// <summary>Someone else seems to use the account.</summary>
    public static UserProfileEnforcementReason AccountCompromise { get; } = new(Known.AccountCompromise);

    /// <summary>The service gives no reason.</summary>
    public static UserProfileEnforcementReason Unspecified { get; } = new(Known.Unspecified);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileEnforcementReason IOpenEnum<UserProfileEnforcementReason>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The end user is in a region that the service does not support.</summary>
        public const string UnsupportedRegion = "unsupported_region";

        /// <summary>The reason is fraud or abuse.</summary>
        public const string FraudOrAbuse = "fraud_or_abuse";

        /// <summary>The reason is use that could cause great harm.</summary>
        public const string HighHarm = "high_harm";

        /// <summary>The reason is use that violates the usage policy.</summary>
        public const string UsagePolicyViolation = "usage_policy_violation";

        /// <summary>Someone else seems to use the account.</summary>
        public const string AccountCompromise = "account_compromise";

        /// <summary>The service gives no reason.</summary>
        public const string Unspecified = "unspecified";
    }
}
