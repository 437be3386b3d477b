namespace Managed.Agents.Emulator;

/// <summary>Sends a message in pieces, so that previews precede it and an interrupt can happen between them.</summary>
internal sealed class StreamedReplyStep(string text, TimeSpan duration) : ScriptStep
{
    public override async Task RunAsync(Turn turn)
    {
        await turn.OpenModelAsync().ConfigureAwait(false);
        string[] pieces = [.. ModelRequest.Pieces(text)];
        var id = "";
        turn.Gate.Do(() =>
        {
            id = turn.Engine.Events.NewId();
            turn.Model.StartMessage(id);
        });
        foreach (var piece in pieces)
        {
            turn.Gate.Do(() => turn.Model.PreviewText(id, piece));
            await turn.Gate.DelayAsync(duration / pieces.Length).ConfigureAwait(false);
        }

        turn.Gate.Do(() =>
        {
            turn.Model.EndMessage(id, text);
            turn.Model.Close();
        });
    }
}
