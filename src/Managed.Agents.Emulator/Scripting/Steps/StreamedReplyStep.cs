namespace Managed.Agents.Emulator;

/// <summary>Says something bit by bit, so that previews run ahead of the message and an interrupt can fall between them.</summary>
internal sealed class StreamedReplyStep(string text, TimeSpan over) : ScriptStep
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
            await turn.Gate.DelayAsync(over / pieces.Length).ConfigureAwait(false);
        }

        turn.Gate.Do(() =>
        {
            turn.Model.EndMessage(id, text);
            turn.Model.Close();
        });
    }
}
