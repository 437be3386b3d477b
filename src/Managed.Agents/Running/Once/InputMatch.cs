using System.Text.Json;

namespace Managed.Agents;

/// <summary>Matches inputs with stored events by content and order.</summary>
/// <param name="Events">The events that may come from the inputs.</param>
/// <param name="IsComplete">Whether the events are certainly all of the inputs, once each and in order.</param>
/// <param name="IsBeginning">Whether the events are the first inputs, or none, so that the remaining inputs can be sent.</param>
internal sealed record InputMatch(IReadOnlyList<SessionEvent> Events, bool IsComplete, bool IsBeginning)
{
    private enum Likeness
    {
        Other,
        Similar,
        Same,
    }

    public static bool IsAnswer(SessionInput input) => input is UserCustomToolResult or UserToolResult or UserToolConfirmation;

    public static bool IsAnswer(SessionEvent stored) => stored is UserCustomToolResultEvent or UserToolResultEvent or UserToolConfirmationEvent;

    /// <summary>The id of the call that an input answers, or null if it is not an answer.</summary>
    public static string? AnsweredCall(SessionInput input) => input switch
    {
        UserCustomToolResult result => result.CustomToolUseId,
        UserToolResult result => result.ToolUseId,
        UserToolConfirmation confirmation => confirmation.ToolUseId,
        _ => null,
    };

    /// <summary>Matches inputs with the events since the start of their send. A match with an event that may be older is not conclusive.</summary>
    public static InputMatch Of(IReadOnlyList<SessionInput> inputs, NewEvents read)
    {
        var match = Of(inputs, [.. read.Certain, .. read.Uncertain]);
        return read.IsComplete && Of(inputs, read.Uncertain).Events.Count == 0 ? match : match with { IsComplete = false, IsBeginning = false };
    }

    public static InputMatch Of(IReadOnlyList<SessionInput> inputs, IReadOnlyList<SessionEvent> stored)
    {
        var found = stored.Where(one => inputs.Any(input => Compare(input, one) != Likeness.Other)).ToList();

        // The answer to a call can be stored with a different id for each thread.
        found = [.. found.Where((one, index) => !IsAnswer(one) || !found.Take(index).Any(earlier => IsSameAnswer(earlier, one)))];
        var isInOrder = found.Count <= inputs.Count && found.Select((one, index) => Compare(inputs[index], one)).All(static likeness => likeness == Likeness.Same);
        return new InputMatch(found, isInOrder && found.Count == inputs.Count, isInOrder);
    }

    private static bool IsSameAnswer(SessionEvent one, SessionEvent other) => one.Type == other.Type && AnsweredCall(one) == AnsweredCall(other);

    private static string? AnsweredCall(SessionEvent answer) => answer switch
    {
        UserCustomToolResultEvent result => result.CustomToolUseId,
        UserToolResultEvent result => result.ToolUseId,
        UserToolConfirmationEvent confirmation => confirmation.ToolUseId,
        _ => null,
    };

    private static Likeness Compare(SessionInput input, SessionEvent stored) => (input, stored) switch
    {
        (UserMessage sent, UserMessageEvent kept) => Compare(sent.Content, kept.Content),
        (SystemMessage sent, SystemMessageEvent kept) => Compare(sent.Content, kept.Content),
        (UserInterrupt sent, UserInterruptEvent kept) => When(sent.SessionThreadId == kept.SessionThreadId),
        (UserToolConfirmation sent, UserToolConfirmationEvent kept) => sent.ToolUseId != kept.ToolUseId ? Likeness.Other : sent.Result == kept.Result ? Likeness.Same : Likeness.Similar,
        (UserCustomToolResult sent, UserCustomToolResultEvent kept) => When(sent.CustomToolUseId == kept.CustomToolUseId),
        (UserToolResult sent, UserToolResultEvent kept) => When(sent.ToolUseId == kept.ToolUseId),
        (UserDefineOutcome sent, UserDefineOutcomeEvent kept) => Compare(sent, kept),
        (UnknownSessionInput sent, UnknownSessionEvent kept) => When(sent.Type == kept.Type && Holds(kept.Json, sent.Json)),
        _ => Likeness.Other,
    };

    private static Likeness When(bool isSame) => isSame ? Likeness.Same : Likeness.Other;

    // Text is stored as it was sent. Other blocks can be stored in another form, so only their types are compared, which is never conclusive.
    private static Likeness Compare(IReadOnlyList<SessionContentBlock> sent, IReadOnlyList<SessionContentBlock> kept)
    {
        if (sent.SequenceEqual(kept))
        {
            return Likeness.Same;
        }

        return sent.Count == kept.Count && sent.Zip(kept).All(static pair => pair.First is TextBlock one && pair.Second is TextBlock other ? one.Text == other.Text : pair.First.Type == pair.Second.Type)
            ? sent.All(static block => block is TextBlock) ? Likeness.Same : Likeness.Similar
            : Likeness.Other;
    }

    private static Likeness Compare(UserDefineOutcome sent, UserDefineOutcomeEvent kept) =>
        sent.Description != kept.Description ? Likeness.Other
        : sent.Rubric == kept.Rubric && (sent.MaxIterations ?? 3) == (kept.MaxIterations ?? 3) ? Likeness.Same
        : sent.Rubric is FileRubric && kept.Rubric is TextRubric ? Likeness.Same
        : Likeness.Other;

    private static bool Holds(JsonElement kept, JsonElement sent) =>
        sent.EnumerateObject().All(member => kept.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(value, member.Value));
}
