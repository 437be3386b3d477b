namespace Managed.Agents;

/// <summary>An exception that a tool throws to send a message to the agent. For every other exception, the agent is told only that the tool failed.</summary>
public sealed class ToolException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="ToolException"/> class.</summary>
    /// <param name="message">The message for the agent.</param>
    /// <param name="innerException">The cause. It is not sent to the agent.</param>
    public ToolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
