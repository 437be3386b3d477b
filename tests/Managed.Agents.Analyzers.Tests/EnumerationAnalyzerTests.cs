using Xunit;

namespace Managed.Agents.Analyzers.Tests;

public sealed class EnumerationAnalyzerTests
{
    [Theory]
    [InlineData("[|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|];")]
    [InlineData("[|client.Sessions.ResumeStreamingAsync(\"sesn_1\", options, token)|];")]
    [InlineData("_ = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|];")]
    [InlineData("client?[|.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|];")]
    [InlineData("_ = token.IsCancellationRequested ? _field : [|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|];")]
    [InlineData("_ = _field ?? [|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|];")]
    [InlineData("_ = (object)([|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|]);")]
    [InlineData("[|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|].WithCancellation(token);")]
    [InlineData("_ = [|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|].ConfigureAwait(false).WithCancellation(token);")]
    [InlineData("Take([|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|].Result);")]
    [InlineData("[|client.Sessions.ResumeStreamingAsync(\"sesn_1\")|].ToString();")]
    [InlineData("var turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|];")]
    [InlineData("var turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; Take(turn.Result.Text); Take(turn?.Position);")]
    [InlineData("var turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; Take(nameof(turn)); if (turn != null && turn is not null && turn is object) { Take(turn.GetType()); } _ = turn;")]
    [InlineData("SessionTurn turn; turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; turn = null;")]
    [InlineData("var turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; var other = turn; other = turn; turn = other;")]
    [InlineData("var turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; _ = turn.WithCancellation(token);")]
    [InlineData("Action start = () => [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; start();")]
    [InlineData("void Start() => [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; Start();")]
    [InlineData("var turn = [|client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")|]; var other = _field; Take(other);")]
    [InlineData("[|await TurnAsync()|];")]
    [InlineData("var turn = [|await TurnAsync()|]; Take(turn.Result);")]
    public Task A_turn_that_is_never_enumerated_is_reported(string statements) => Snippet.VerifyStatementsAsync("MAG002", statements);

    [Theory]
    [InlineData("await foreach (var received in client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")) { Take(received); }")]
    [InlineData("await foreach (var received in client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\").WithCancellation(token).ConfigureAwait(false)) { Take(received); }")]
    [InlineData("var turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); await foreach (var received in turn) { Take(received); } Take(turn.Result.Text);")]
    [InlineData("var turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); await foreach (var received in turn.ConfigureAwait(false)) { Take(received); }")]
    [InlineData("SessionTurn turn; turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); await foreach (var received in turn) { Take(received); }")]
    [InlineData("SessionTurn turn; await foreach (var received in turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\")) { Take(received); }")]
    [InlineData("var turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); await using var events = turn.GetAsyncEnumerator(token); await events.MoveNextAsync();")]
    [InlineData("var turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); var other = turn; Take(other);")]
    [InlineData("var turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); Func<Task> later = async () => { await foreach (var received in turn) { Take(received); } }; await later();")]
    [InlineData("var turn = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); var configured = turn.WithCancellation(token); await foreach (var received in configured) { Take(received); }")]
    [InlineData("Take(client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"));")]
    [InlineData("_field = client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\");")]
    [InlineData("Func<SessionTurn> start = () => client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); Take(start);")]
    [InlineData("SessionTurn Start() { return client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"); } Take(Start());")]
    [InlineData("var turns = new[] { client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\") }; Take(turns);")]
    [InlineData("var pair = (client.Sessions.RunStreamingAsync(\"sesn_1\", \"hi\"), 1); Take(pair);")]
    [InlineData("var turn = token.IsCancellationRequested ? null : client.Sessions.ResumeStreamingAsync(\"sesn_1\"); if (turn is { } open) { Take(open); } Take(turn);")]
    [InlineData("await client.Sessions.RunAsync(\"sesn_1\", \"hi\");")]
    [InlineData("_ = TurnAsync();")]
    [InlineData("\"text\".ToString(); _ = \"text\".Trim();")]
    public Task A_turn_that_is_enumerated_or_passed_on_is_not_reported(string statements) => Snippet.VerifyStatementsAsync("", statements);

    [Theory]
    [InlineData("[|client.Sessions.Events.FollowAsync(\"sesn_1\")|];")]
    [InlineData("var feed = [|client.Sessions.Events.FollowAsync(\"sesn_1\")|]; Take(feed.Position);")]
    [InlineData("_ = [|client.Agents.ListAsync()|];")]
    [InlineData("[|client.Sessions.Events.ListAsync(\"sesn_1\", cancellationToken: token)|];")]
    public Task A_feed_or_list_that_is_never_enumerated_is_reported(string statements) => Snippet.VerifyStatementsAsync("MAG004", statements);

    [Theory]
    [InlineData("var feed = client.Sessions.Events.FollowAsync(\"sesn_1\"); await foreach (var received in feed) { Take(feed.Position); }")]
    [InlineData("var agents = await client.Agents.ListAsync().ToListAsync(token); Take(agents);")]
    [InlineData("await foreach (var page in client.Agents.ListAsync().AsPages()) { Take(page); }")]
    [InlineData("var agents = client.Agents.ListAsync(); Take(await agents.FirstOrDefaultAsync(token));")]
    public Task A_feed_or_list_that_is_enumerated_is_not_reported(string statements) => Snippet.VerifyStatementsAsync("", statements);

    [Fact]
    public Task A_derived_list_is_recognized() => Snippet.VerifyAsync(
        "MAG004",
        """
        using Managed.Agents;

        internal sealed class Names : AsyncPageable<string>
        {
            private Names() : base((_, _, _) => null) { }

            public static Names All() => new();

            public static void Run() => [|All()|];
        }
        """);

    [Fact]
    public Task Code_that_does_not_use_the_library_is_not_analyzed() => Snippet.VerifyAsync(
        "",
        """
        internal static class User
        {
            public static void Run() => "text".Trim();
        }
        """);
}
