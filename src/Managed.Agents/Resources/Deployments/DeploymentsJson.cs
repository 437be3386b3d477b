// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The JSON serialization metadata of deployments and their runs.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CronSchedule))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(DeploymentCreateRequest))]
[JsonSerializable(typeof(DeploymentError))]
[JsonSerializable(typeof(DeploymentPausedReason))]
[JsonSerializable(typeof(DeploymentRun))]
[JsonSerializable(typeof(DeploymentSchedule))]
[JsonSerializable(typeof(DeploymentStatus))]
[JsonSerializable(typeof(DeploymentTrigger))]
[JsonSerializable(typeof(DeploymentTriggerType))]
[JsonSerializable(typeof(DeploymentUpdateRequest))]
[JsonSerializable(typeof(ErrorPause))]
[JsonSerializable(typeof(ScheduleTrigger))]
[JsonSerializable(typeof(UnknownDeploymentError))]
[JsonSerializable(typeof(UnknownDeploymentPausedReason))]
[JsonSerializable(typeof(UnknownDeploymentSchedule))]
[JsonSerializable(typeof(UnknownDeploymentTrigger))]
internal sealed partial class DeploymentsJson : JsonSerializerContext;
