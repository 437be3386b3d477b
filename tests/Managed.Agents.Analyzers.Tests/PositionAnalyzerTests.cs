using Xunit;

namespace Managed.Agents.Analyzers.Tests;

public sealed class PositionAnalyzerTests
{
    [Theory]
    [InlineData("await client.Sessions.ResumeAsync([|result.SessionId|]);")]
    [InlineData("await client.Sessions.ResumeAsync([|position.SessionId|], options, token);")]
    [InlineData("await client.Sessions.ResumeAsync([|result.Position.SessionId|], new TurnOptions { Tools = [] });")]
    [InlineData("await client.Sessions.ResumeAsync(cancellationToken: token, sessionId: [|result.SessionId|]);")]
    [InlineData("await foreach (var received in client.Sessions.ResumeStreamingAsync([|result.SessionId|], options: null)) { Take(received); }")]
    [InlineData("var own = new TurnOptions { Tools = [] }; await client.Sessions.ResumeAsync([|result.SessionId|], own);")]
    [InlineData("var other = new TurnOptions { Follow = new() { From = position } }; var own = new TurnOptions(); own = options; await client.Sessions.ResumeAsync([|result.SessionId|], own); Take(other);")]
    [InlineData("TurnOptions other; other = new TurnOptions { Follow = new() { From = position } }; var own = new TurnOptions(); await client.Sessions.ResumeAsync([|result.SessionId|], own); Take(other);")]
    public Task A_session_id_of_a_result_or_position_is_reported(string statements) => Snippet.VerifyStatementsAsync("MAG003", statements);

    [Theory]
    [InlineData("await client.Sessions.ResumeAsync(\"sesn_1\");")]
    [InlineData("await client.Sessions.ResumeAsync(result.Session.Id);")]
    [InlineData("await client.Sessions.RunAsync(result.SessionId, \"hi\");")]
    [InlineData("await client.Sessions.ResumeAsync(result.SessionId, new TurnOptions { Follow = new() { From = position } });")]
    [InlineData("await client.Sessions.ResumeAsync(result.SessionId, options with { Follow = new() { From = position } });")]
    [InlineData("var own = options with { Follow = new() { From = position } }; await client.Sessions.ResumeAsync(result.SessionId, own);")]
    [InlineData("TurnOptions own; own = new() { Follow = new() { From = position } }; await client.Sessions.ResumeAsync(result.SessionId, own);")]
    [InlineData("Take(result.SessionId); await client.Sessions.GetAsync(result.SessionId);")]
    public Task Other_calls_are_not_reported(string statements) => Snippet.VerifyStatementsAsync("", statements);

    [Fact]
    public Task A_derived_client_is_recognized_and_another_class_is_not() => Snippet.VerifyAsync(
        "MAG003",
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Managed.Agents;

        internal sealed class Derived : SessionsClient
        {
            public override Task<TurnResult> ResumeAsync(string sessionId, TurnOptions options = null, CancellationToken cancellationToken = default) => null;

            public void Run(TurnResult result, Other other)
            {
                _ = ResumeAsync([|result.SessionId|]);
                _ = ResumeStreamingAsync([|result.SessionId|]).GetAsyncEnumerator();
                _ = ResumeAsync(other.SessionId);
            }
        }

        internal sealed class Other
        {
            public string SessionId => "sesn_1";

            public void ResumeAsync(string sessionId) { }

            public void Run(TurnResult result) => ResumeAsync(result.SessionId);
        }
        """);
}
