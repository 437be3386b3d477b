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
[JsonSerializable(typeof(UserProfileActionUrl))]
[JsonSerializable(typeof(UserProfileActionUrlCreateRequest))]
[JsonSerializable(typeof(UserProfileBan))]
[JsonSerializable(typeof(UserProfileCreateRequest))]
[JsonSerializable(typeof(UserProfileEnforcementAction))]
[JsonSerializable(typeof(UserProfileEnrollmentUrl))]
[JsonSerializable(typeof(UserProfileExternalUserDetails))]
[JsonSerializable(typeof(UserProfileOrderBy))]
[JsonSerializable(typeof(UserProfilePrograms))]
[JsonSerializable(typeof(UserProfileRestriction))]
[JsonSerializable(typeof(UserProfileTrustGrant))]
[JsonSerializable(typeof(UserProfileUpdateRequest))]
internal sealed partial class UserProfilesJson : JsonSerializerContext;
