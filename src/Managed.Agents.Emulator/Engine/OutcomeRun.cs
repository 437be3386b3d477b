using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The active outcome of a session: its iterations and the grader's results. Guarded by the lock of the session.</summary>
internal sealed class OutcomeRun
{
    public const int DefaultIterations = 3;

    private static readonly RequestUsage GraderUsage = new(Input: 400, Output: 60, CacheCreation: 0, CacheRead: 0);

    private readonly string _outcomeId;
    private readonly long _maxIterations;
    private string? _startId;
    private int _iteration;

    public OutcomeRun(JsonObject input)
    {
        _outcomeId = input.Text("outcome_id")!;
        _maxIterations = input.Number("max_iterations")!.Value;
        Evaluation = new JsonObject
        {
            ["type"] = "outcome_evaluation",
            ["outcome_id"] = _outcomeId,
            ["description"] = input.Text("description"),
            ["iteration"] = 0,
            ["result"] = "pending",
            ["explanation"] = null,
            ["completed_at"] = null,
        };
    }

    /// <summary>The evaluation as the session reports it.</summary>
    public JsonObject Evaluation { get; }

    /// <summary>Whether the turn for the outcome has started. Before that, the outcome waits in the queue.</summary>
    public bool HasBegun { get; private set; }

    public void BeginWork()
    {
        HasBegun = true;
        Evaluation["result"] = "running";
    }

    public void BeginEvaluation(SessionEngine engine)
    {
        Evaluation["result"] = "evaluating";
        Evaluation["iteration"] = _iteration;
        _startId = engine.Events.Emit("span.outcome_evaluation_start", Fields()).Id;
        engine.Events.Emit("span.outcome_evaluation_ongoing", Fields());
    }

    /// <summary>Ends an iteration and returns the effective result: in the last iteration <c>needs_revision</c> becomes <c>max_iterations_reached</c>.</summary>
    public string EndEvaluation(SessionEngine engine, string result, string explanation)
    {
        var effective = result == "needs_revision" && _iteration + 1 >= _maxIterations ? "max_iterations_reached" : result;
        var fields = Fields();
        fields["outcome_evaluation_start_id"] = _startId ?? "";
        fields["result"] = effective;
        fields["explanation"] = explanation;
        fields["usage"] = GraderUsage.ToJson();
        engine.Events.Emit("span.outcome_evaluation_end", fields);
        engine.Session.Usage.Add(GraderUsage, engine.Session.Primary.Model);
        _startId = null;

        Evaluation["result"] = effective;
        Evaluation["explanation"] = explanation;
        if (effective == "needs_revision")
        {
            _iteration++;
        }
        else
        {
            Evaluation["completed_at"] = Json.Time(engine.Context.Services.Now());
            engine.Session.Outcome = null;
        }

        return effective;
    }

    public void Interrupt(SessionEngine engine)
    {
        if (HasBegun)
        {
            EndEvaluation(engine, "interrupted", "");
        }
    }

    /// <summary>Fails the outcome because its turn failed or it was dropped from the queue.</summary>
    public void Fail(SessionEngine engine)
    {
        if (HasBegun)
        {
            EndEvaluation(engine, "failed", "The work ended before it could be evaluated.");
        }
        else
        {
            Evaluation["result"] = "failed";
            Evaluation["completed_at"] = Json.Time(engine.Context.Services.Now());
            engine.Session.Outcome = null;
        }
    }

    private JsonObject Fields() => new() { ["outcome_id"] = _outcomeId, ["iteration"] = _iteration };
}
