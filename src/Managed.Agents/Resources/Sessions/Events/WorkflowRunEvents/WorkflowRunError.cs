using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What went wrong with a workflow run.</summary>
[JsonConverter(typeof(UnionConverter<WorkflowRunError>))]
public abstract record WorkflowRunError : ApiObject, IApiUnion<WorkflowRunError>, IUnionMember
{
    private static readonly UnionVariants<WorkflowRunError> Variants = new(
        static raw => new UnknownWorkflowRunError(raw),
        ("timeout_error", typeof(WorkflowRunTimeoutError)),
        ("program_error", typeof(WorkflowRunProgramError)),
        ("thread_limit_error", typeof(WorkflowRunThreadLimitError)),
        ("max_workflow_runs_error", typeof(MaxWorkflowRunsError)),
        ("unknown_error", typeof(UnspecifiedWorkflowRunError)));

    private protected WorkflowRunError()
    {
    }

    /// <summary>The error's kind on the wire, for example <c>timeout_error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WorkflowRunError> IApiUnion<WorkflowRunError>.Variants => Variants;

    /// <summary>Stands in for an error that the API left out.</summary>
    internal static WorkflowRunError Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>What went wrong, in words for a person.</summary>
    public string Message { get; init => field = value ?? ""; } = "";
}

/// <summary>The run took longer than it may.</summary>
public sealed record WorkflowRunTimeoutError : WorkflowRunError;

/// <summary>The program of the run failed.</summary>
public sealed record WorkflowRunProgramError : WorkflowRunError;

/// <summary>The run wanted more threads than it may have.</summary>
public sealed record WorkflowRunThreadLimitError : WorkflowRunError;

/// <summary>The session has as many open runs as it may; no run was created.</summary>
public sealed record MaxWorkflowRunsError : WorkflowRunError;

/// <summary>Something that the API has no kind for.</summary>
public sealed record UnspecifiedWorkflowRunError : WorkflowRunError;
