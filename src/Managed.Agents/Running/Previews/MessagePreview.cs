using System.Text;

namespace Managed.Agents;

/// <summary>The previewed text of a message, by block.</summary>
internal sealed class MessagePreview(string? threadId, string? modelRequest)
{
    private readonly SortedDictionary<int, StringBuilder> _blocks = [];

    public string? ThreadId => threadId;

    /// <summary>The id of the model request that generates the message, or null if its start was not received.</summary>
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

    /// <summary>Returns the rest of the final message after the previewed text, or null if the message does not start with that text.</summary>
    /// <remarks>
    /// Only the text is compared, because text can only be appended at the end, and because blocks that are never previewed (such as redacted
    /// ones) may or may not count in the block index.
    /// </remarks>
    public string? RemainingText(AgentMessageEvent message)
    {
        var text = message.Text;
        var previewed = Text;
        return text.StartsWith(previewed, StringComparison.Ordinal) ? text[previewed.Length..] : null;
    }
}
