using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Samples;

public sealed class PullRequestReviewerTests
{
    [Fact]
    public async Task The_sample_reviews_once_posts_to_the_channel_and_hides_the_token_from_the_agent()
    {
        var lines = await SampleRun.LinesAsync("PullRequestReviewer");

        var own = new[] { "A request", "A label", "octo/shop#12", "GitHub", "Claude", "The credential", "The agent", "1 session" };
        lines.Where(line => own.Any(start => line.StartsWith(start, StringComparison.Ordinal))).ShouldBe([
            "A request with a wrong signature: 401",
            "A label is added: 204",
            "octo/shop#12 is opened: 202",
            "GitHub redelivers the event: 202",
            "Claude reviewed octo/shop#12: Fixes an assignment that should be a comparison; a test for the empty list is missing.",
            "The credential vcrd_1 of vault vlt_1 could not be refreshed: its owner has to sign in again.",
            "The agent used the MCP server, and never saw the token.",
            "1 session, 2 webhooks acknowledged",
        ]);
    }
}
