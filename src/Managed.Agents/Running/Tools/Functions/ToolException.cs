namespace Managed.Agents;

/// <summary>Thrown by a tool to tell the agent what is wrong. Of every other exception the agent learns nothing but that the tool failed.</summary>
public sealed class ToolException : Exception
{
    /// <summary>Makes an exception whose message is for the agent.</summary>
    /// <param name="message">What the agent is told.</param>
    /// <param name="innerException">What it came from; the agent does not see it.</param>
    public ToolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
