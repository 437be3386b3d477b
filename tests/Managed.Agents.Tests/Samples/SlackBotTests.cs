using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

public sealed class SlackBotTests
{
    [Fact]
    public async Task The_sample_answers_in_the_thread_with_one_session()
    {
        var lines = await SampleRun.LinesAsync("SlackBot");

        var own = new[] { "Slack verifies", "A request", "U1:", "Retry:", "bot in", "1 session" };
        lines.Where(line => own.Any(start => line.StartsWith(start, StringComparison.Ordinal))).ShouldBe([
            "Slack verifies the URL: 3eZbrw1a",
            "A request with a wrong signature: 401",
            "U1: @bot what was the last deploy? (200)",
            "Retry: (200)",
            "bot in C1, thread 1.1: The last deployment was 3f2a1c, \"Fix login\".",
            "U1: @bot who wrote it? (200)",
            "bot in C1, thread 1.1: Ada wrote it.",
            "1 session, 2 messages, 2 webhooks acknowledged",
        ]);
    }
}
