namespace Managed.Agents;

/// <summary>Extension methods for content blocks.</summary>
public static class SessionContentBlockExtensions
{
    /// <summary>Joins the text of the text blocks without a separator. Other blocks are skipped.</summary>
    /// <param name="content">The blocks.</param>
    /// <returns>The text. Empty when there are no text blocks.</returns>
    public static string JoinText(this IEnumerable<SessionContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content is IReadOnlyList<SessionContentBlock> { Count: 1 } list
            ? (list[0] as TextBlock)?.Text ?? ""
            : string.Concat(content.OfType<TextBlock>().Select(static block => block.Text));
    }

    /// <summary>Formats the content for a log line: the text of text blocks, and the type of other blocks.</summary>
    internal static string Describe(this IEnumerable<SessionContentBlock> content) =>
        string.Join(' ', content.Select(static block => block is TextBlock { Text: var text } ? text : $"[{block.Type}]"));
}
