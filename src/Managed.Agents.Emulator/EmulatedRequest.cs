namespace Managed.Agents.Emulator;

/// <summary>A request that the emulator received.</summary>
/// <param name="Method">The HTTP method, in upper case.</param>
/// <param name="Path">The path as sent: escaped, without the query.</param>
/// <param name="Query">The query as sent, with its question mark, or an empty string.</param>
/// <param name="Operation">The operation's name in the contract, such as <c>sessions.events.send</c>; null if the route is unknown.</param>
/// <param name="Status">The HTTP status of the response, including a response that a fault dropped. 0 for a request that a fault dropped.</param>
/// <param name="RequestId">The <c>request-id</c> of the response.</param>
public sealed record EmulatedRequest(string Method, string Path, string Query, string? Operation, int Status, string RequestId);
