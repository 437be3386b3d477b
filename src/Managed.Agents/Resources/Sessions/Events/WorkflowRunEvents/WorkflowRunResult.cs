using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How a workflow run ended.</summary>
[JsonConverter(typeof(UnionConverter<WorkflowRunResult>))]
public abstract record WorkflowRunResult : ApiObject, IApiUnion<WorkflowRunResult>, IUnionMember
{
    private static readonly UnionVariants<WorkflowRunResult> Variants = new(
        static raw => new UnknownWorkflowRunResult(raw),
        ("completed", typeof(WorkflowRunCompleted)),
        ("error", typeof(WorkflowRunFailed)),
        ("stopped", typeof(WorkflowRunStopped)));

    private protected WorkflowRunResult()
    {
    }

    /// <summary>The result's kind on the wire, for example <c>completed</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WorkflowRunResult> IApiUnion<WorkflowRunResult>.Variants => Variants;

    /// <summary>Stands in for a result that the API left out.</summary>
    internal static WorkflowRunResult Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The result for a line of a log.</summary>
    internal virtual string Describe() => Type;
}

/// <summary>The program ran to its end.</summary>
public sealed record WorkflowRunCompleted : WorkflowRunResult;

/// <summary>The run was stopped before its end.</summary>
public sealed record WorkflowRunStopped : WorkflowRunResult;
