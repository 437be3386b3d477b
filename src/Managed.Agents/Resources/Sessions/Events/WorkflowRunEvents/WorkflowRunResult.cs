using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The result of a workflow run.</summary>
[JsonConverter(typeof(UnionConverter<WorkflowRunResult>))]
public abstract record WorkflowRunResult : ApiObject, IApiUnion<WorkflowRunResult>, IUnionMember
{
    private static readonly UnionVariants<WorkflowRunResult> Variants = new(
        static raw => new UnknownWorkflowRunResult(raw),
        WithoutOwnFields<WorkflowRunCompleted>("completed"),
        ("error", typeof(WorkflowRunFailed)),
        WithoutOwnFields<WorkflowRunStopped>("stopped"));

    private protected WorkflowRunResult()
    {
    }

    /// <summary>The type on the wire, for example <c>completed</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WorkflowRunResult> IApiUnion<WorkflowRunResult>.Variants => Variants;

    /// <summary>The value used when the API omits the result.</summary>
    internal static WorkflowRunResult Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>Formats the result for a log line.</summary>
    internal virtual string Describe() => Type;
}

/// <summary>The run completed.</summary>
public sealed record WorkflowRunCompleted : WorkflowRunResult;

/// <summary>The run was stopped before it completed.</summary>
public sealed record WorkflowRunStopped : WorkflowRunResult;
