using System.Text;

namespace Managed.Agents;

/// <summary>What was shown of a message so far, block by block.</summary>
internal sealed class MessagePreview(string? threadId, string? modelRequest)
{
    private readonly SortedDictionary<int, StringBuilder> _blocks = [];

    public string? ThreadId => threadId;

    /// <summary>The id of the span in which the message is made; null when its start was not seen.</summary>
    public string? ModelRequest => modelRequest;

    public string Text => string.Concat(_blocks.Values);

    public void Append(int index, string text)
    {
        if (!_blocks.TryGetValue(index, out var block))
        {
            _blocks[index] = block = new StringBuilder();
        }

        block.Append(text);
    }

    /// <summary>What is left to show of the finished message; null when what was shown is not its beginning.</summary>
    /// <remarks>
    /// Text can only be appended at the end. So nothing may be missing before the last block that was shown; and blocks that are never
    /// previewed, such as redacted ones, may or may not count in the index.
    /// </remarks>
    public string? RestOf(AgentMessageEvent message)
    {
        var text = message.Text;
        var shown = Text;
        return text.StartsWith(shown, StringComparison.Ordinal) ? text[shown.Length..] : null;
    }
}
