// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>The metadata of user profiles.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CyberProgram))]
[JsonSerializable(typeof(CyberProgramRequirements))]
[JsonSerializable(typeof(CyberProgramTier))]
[JsonSerializable(typeof(EfsProgram))]
[JsonSerializable(typeof(EfsProgramFeature))]
[JsonSerializable(typeof(EnrollEndUserAction))]
[JsonSerializable(typeof(UnknownUserProfileEnforcementAction))]
[JsonSerializable(typeof(UserProfile))]
[JsonSerializable(typeof(UserProfileAccessType))]
[JsonSerializable(typeof(UserProfileAccountStatus))]
[JsonSerializable(typeof(UserProfileActionUrl))]
[JsonSerializable(typeof(UserProfileActionUrlCreateRequest))]
[JsonSerializable(typeof(UserProfileBan))]
[JsonSerializable(typeof(UserProfileCreateRequest))]
[JsonSerializable(typeof(UserProfileEnforcementAction))]
[JsonSerializable(typeof(UserProfileEnforcementReason))]
[JsonSerializable(typeof(UserProfileEnforcementStatus))]
[JsonSerializable(typeof(UserProfileEnrollmentUrl))]
[JsonSerializable(typeof(UserProfileEntityType))]
[JsonSerializable(typeof(UserProfileExternalUserDetails))]
[JsonSerializable(typeof(UserProfileNextStep))]
[JsonSerializable(typeof(UserProfileOrderBy))]
[JsonSerializable(typeof(UserProfileProgramActivation))]
[JsonSerializable(typeof(UserProfileProgramStatus))]
[JsonSerializable(typeof(UserProfilePrograms))]
[JsonSerializable(typeof(UserProfileRestriction))]
[JsonSerializable(typeof(UserProfileTrustGrant))]
[JsonSerializable(typeof(UserProfileUpdateRequest))]
internal sealed partial class UserProfilesJson : JsonSerializerContext;
