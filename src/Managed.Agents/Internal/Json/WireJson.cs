using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Managed.Agents.Dreams;
using Managed.Agents.Models;
using Managed.Agents.Tunnels;
using Managed.Agents.UserProfiles;
using Managed.Agents.Webhooks;

namespace Managed.Agents;

/// <summary>The serializer options for requests and responses. Unlike <see cref="ManagedAgentsJson"/>, they write secrets.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Create(writeSecrets: true);

    public static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    public static JsonSerializerOptions Create(bool writeSecrets)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            MaxDepth = 256,
            TypeInfoResolver = new ApiTypeResolver(writeSecrets, SessionStreamJson.Default, Contexts),
        };
        options.Converters.Add(new DateTimeOffsetConverter());
        options.Converters.Add(new UriConverter());
        if (writeSecrets)
        {
            options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        }

        options.MakeReadOnly();
        return options;
    }

    // Created on first use, because the common events of a stream do not need them.
    private static IJsonTypeInfoResolver[] Contexts() =>
    [
        new VariantResolver<AgentToolEvaluation>(),
        new VariantResolver<AutoEvaluatedPermission>(),
        new VariantResolver<CredentialNetworking>(),
        new VariantResolver<DeploymentError>(),
        new VariantResolver<DeploymentPausedReason>(),
        new VariantResolver<DeploymentTrigger>(),
        new VariantResolver<DreamOutputBehavior>(),
        new VariantResolver<EnvironmentConfig>(),
        new VariantResolver<ExecutionIdentity>(),
        new VariantResolver<GoogleCmekControlUpdate>(),
        new VariantResolver<GoogleStorageControlUpdate>(),
        new VariantResolver<MultiagentAdvisor>(),
        new VariantResolver<MultiagentInlineAgents>(),
        new VariantResolver<MultiagentRosterEntry>(),
        new VariantResolver<MultiagentSubagents>(),
        new VariantResolver<MultiagentWorkflows>(),
        new VariantResolver<NetworkAccess>(),
        new VariantResolver<PermissionPolicy>(),
        new VariantResolver<RetryStatus>(),
        new VariantResolver<SessionContentBlock>(),
        new VariantResolver<SessionError>(),
        new VariantResolver<SessionEvent>(),
        new VariantResolver<SessionSubagents>(),
        new VariantResolver<SessionWorkflows>(),
        new VariantResolver<StopReason>(),
        new VariantResolver<TokenEndpointAuth>(),
        new VariantResolver<WebFetchUrlSource>(),
        new VariantResolver<WebhookEvent>(),
        new VariantResolver<WorkflowRunError>(),
        new VariantResolver<WorkflowRunResult>(),
        SessionEventsJson.Default,
        SessionsJson.Default,
        AgentsJson.Default,
        EnvironmentsJson.Default,
        VaultsJson.Default,
        MemoryStoresJson.Default,
        FilesJson.Default,
        SkillsJson.Default,
        DeploymentsJson.Default,
        WorkJson.Default,
        DreamsJson.Default,
        TunnelsJson.Default,
        UserProfilesJson.Default,
        ModelsJson.Default,
        WebhooksJson.Default,
        CommonTypesJson.Default,
    ];
}
