using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>An error of a workflow run.</summary>
[JsonConverter(typeof(UnionConverter<WorkflowRunError>))]
public abstract record WorkflowRunError : ApiObject, IApiUnion<WorkflowRunError>, IUnionMember
{
    private static readonly UnionVariants<WorkflowRunError> Variants = new(
        static raw => new UnknownWorkflowRunError(raw),
        WithoutOwnFields<WorkflowRunTimeoutError>("timeout_error"),
        WithoutOwnFields<WorkflowRunProgramError>("program_error"),
        WithoutOwnFields<WorkflowRunThreadLimitError>("thread_limit_error"),
        WithoutOwnFields<MaxWorkflowRunsError>("max_workflow_runs_error"),
        WithoutOwnFields<UnspecifiedWorkflowRunError>("unknown_error"))
    {
        SharedFields = static options =>
        [
            SharedField<WorkflowRunError>.Create(options, nameof(Message), static error => error.Message, static (error, value) => error._message = value ?? ""),
        ],
    };

    private string _message = "";

    private protected WorkflowRunError()
    {
    }

    /// <summary>The type on the wire, for example <c>timeout_error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WorkflowRunError> IApiUnion<WorkflowRunError>.Variants => Variants;

    /// <summary>The value used when the API omits the error.</summary>
    internal static WorkflowRunError Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>A human-readable description of the error.</summary>
    public string Message { get => _message; init => _message = value ?? ""; }
}

/// <summary>The run exceeded its time limit.</summary>
public sealed record WorkflowRunTimeoutError : WorkflowRunError;

/// <summary>The program of the run failed.</summary>
public sealed record WorkflowRunProgramError : WorkflowRunError;

/// <summary>The run exceeded its thread limit.</summary>
public sealed record WorkflowRunThreadLimitError : WorkflowRunError;

/// <summary>The session has reached its limit of open runs. No run was created.</summary>
public sealed record MaxWorkflowRunsError : WorkflowRunError;

/// <summary>An error that the API does not classify further.</summary>
public sealed record UnspecifiedWorkflowRunError : WorkflowRunError;
