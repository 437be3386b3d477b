using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The identity that an agent uses towards other cloud providers.</summary>
[JsonConverter(typeof(UnionConverter<ExecutionIdentity>))]
public abstract record ExecutionIdentity : ApiObject, IApiUnion<ExecutionIdentity>, IUnionMember
{
    private static readonly UnionVariants<ExecutionIdentity> Variants = new(
        static raw => new UnknownExecutionIdentity(raw),
        WithoutOwnFields<ServiceAccountIdentity>("service_account"),
        ("aws_role", typeof(AwsRoleIdentity)));

    private protected ExecutionIdentity()
    {
    }

    /// <summary>The service account of the workspace, which is the default.</summary>
    public static ExecutionIdentity ServiceAccount { get; } = new ServiceAccountIdentity();

    /// <summary>The type of the identity on the wire, for example <c>aws_role</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<ExecutionIdentity> IApiUnion<ExecutionIdentity>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The service account of the workspace, which is the default.</summary>
public sealed record ServiceAccountIdentity : ExecutionIdentity;

/// <summary>An AWS role that the agent assumes.</summary>
public sealed record AwsRoleIdentity : ExecutionIdentity
{
    /// <summary>Initializes a new instance of the <see cref="AwsRoleIdentity"/> class. Set <see cref="RoleArn"/>.</summary>
    public AwsRoleIdentity()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsRoleIdentity"/> class.</summary>
    /// <param name="roleArn">The ARN of the IAM role.</param>
    [SetsRequiredMembers]
    public AwsRoleIdentity(string roleArn)
    {
        ArgumentNullException.ThrowIfNull(roleArn);
        RoleArn = roleArn;
    }

    /// <summary>The ARN of the IAM role, at most 2,048 characters.</summary>
    public required string RoleArn { get; init; }
}
