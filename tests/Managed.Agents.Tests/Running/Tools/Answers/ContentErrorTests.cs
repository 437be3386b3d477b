using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Answers;

/// <summary>Results whose content the service does not accept.</summary>
public sealed class ContentErrorTests : IAsyncLifetime, IDisposable
{
    private const string Call = """{"type":"agent.custom_tool_use","id":"sevt_1","name":"pay","input":{},"processed_at":"2026-11-21T09:00:00Z"}""";

    private readonly TestTimeProvider _clock = new();
    private readonly LogRecorder _logs = new();
    private AnsweredSession _session = null!;

    public async Task InitializeAsync()
    {
        _session = await AnsweredSession.StartAsync(_clock);
        _session.History.Add(Call);
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(413, null, "it is too large for the service.")]
    [InlineData(413, "request_body_too_large_after_decoding", "the service does not accept its content (request_body_too_large_after_decoding).")]
    [InlineData(400, "image_dimensions_too_large", "the service does not accept its content (image_dimensions_too_large).")]
    [InlineData(404, "file_expired", "the service does not accept its content (file_expired).")]
    [InlineData(400, "my_code", "the service does not accept its content (my_code).")]
    public async Task The_result_is_replaced_by_an_explanation(int status, string? code, string reason)
    {
        _session.Then(Error(status, code));

        (await SendAsync(ToolResult.FromText("secret").ToInput(TestTools.Call("pay")))).ShouldBe(new AnswerOutcome.Sent(WasReplaced: true));

        _session.Sent.Count.ShouldBe(2);
        var explanation = $"The tool ran, but its result could not be delivered: {reason}";
        _session.Sent[1].ShouldBe($$"""{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","content":[{"type":"text","text":"{{explanation}}"}],"is_error":true}""");
        _session.Reads.ShouldBeEmpty();
        var entry = _logs.Entries.ShouldHaveSingleItem();
        (entry.Level, entry.Message.Contains("secret", StringComparison.Ordinal)).ShouldBe((LogLevel.Warning, false));
    }

    [Fact]
    public async Task The_result_of_a_built_in_tool_is_replaced_by_one_of_the_same_type()
    {
        _session.Then(Error(413, null));

        await SendAsync(new UserToolResult("sevt_1", "x"));

        _session.Sent[1].ShouldStartWith("""{"type":"user.tool_result","tool_use_id":"sevt_1","content":[{"type":"text","text":"The tool ran""");
    }

    [Theory]
    [InlineData(400, "environment_archived")]
    [InlineData(400, null)]
    public async Task Another_error_keeps_the_result(int status, string? code)
    {
        _session.Then(Error(status, code));

        (await SendAsync(new UserCustomToolResult("sevt_1", "x"))).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));

        _session.Sent.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_explanation_that_is_rejected_too_is_sent_again()
    {
        _session.Then(Error(413, null), Error(413, null), Error(413, null));

        (await SendAsync(new UserCustomToolResult("sevt_1", "x"))).ShouldBe(new AnswerOutcome.Sent(WasReplaced: true));

        _session.Sent.Count.ShouldBe(4);
        _session.Sent.Skip(1).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        _session.Reads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_confirmation_is_never_replaced()
    {
        _session.Then(Error(413, null));

        (await SendAsync(UserToolConfirmation.DenyUse("sevt_1", "no"))).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));

        _session.Sent.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public void Additional_codes_are_copied_into_the_options()
    {
        var codes = new List<string> { "a" };
        var options = new ToolOptions { ContentErrorCodes = codes };
        codes.Add("b");

        options.ContentErrorCodes.ShouldBe(["a"]);
        new ToolOptions().ContentErrorCodes.ShouldBeEmpty();
    }

    private static ResponseWriter Error(int status, string? code)
    {
        var details = code is null ? "" : $$$""","details":{"error_code":"{{{code}}}"}""";
        return Responses.Json($$$"""{"type":"error","error":{"type":"invalid_request_error","message":"because"{{{details}}}}}""", status).WriteAsync;
    }

    private async Task<AnswerOutcome> SendAsync(SessionInput answer)
    {
        var sender = new AnswerSender(_session.Client.Sessions.Events, "sesn_1", TimeSpan.FromMinutes(5), _clock, _logs.CreateLogger("turn"), ["my_code"]);
        var sending = sender.SendAsync(TestTools.Call("pay"), answer, CancellationToken.None);
        await _clock.AdvanceUntilAsync(sending, TimeSpan.FromSeconds(1));
        return await sending;
    }
}
