namespace Managed.Agents.Emulator;

/// <summary>A request the emulator has answered.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path as it was sent, still escaped, without the query.</param>
/// <param name="Query">The query as it was sent, with its question mark, or an empty string.</param>
/// <param name="Operation">The operation's name in the contract, such as <c>sessions.events.send</c>; null if the route is unknown.</param>
/// <param name="Status">The HTTP status of the answer, also of one that was lost; 0 for a request that was lost itself.</param>
/// <param name="RequestId">The <c>request-id</c> of the answer.</param>
public sealed record EmulatedRequest(string Method, string Path, string Query, string? Operation, int Status, string RequestId);
