namespace Managed.Agents;

/// <summary>What can be asked of content blocks.</summary>
public static class SessionContentBlockExtensions
{
    /// <summary>The text of the text blocks, joined without a separator; other blocks are left out.</summary>
    /// <param name="content">The blocks.</param>
    /// <returns>The text; empty when there is none.</returns>
    public static string JoinText(this IEnumerable<SessionContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content is IReadOnlyList<SessionContentBlock> { Count: 1 } list
            ? (list[0] as TextBlock)?.Text ?? ""
            : string.Concat(content.OfType<TextBlock>().Select(static block => block.Text));
    }

    /// <summary>The content for a line of a log: the text, and other blocks by their kind.</summary>
    internal static string Describe(this IEnumerable<SessionContentBlock> content) =>
        string.Join(' ', content.Select(static block => block is TextBlock { Text: var text } ? text : $"[{block.Type}]"));
}
