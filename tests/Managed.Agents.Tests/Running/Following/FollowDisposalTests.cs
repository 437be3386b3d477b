using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Disposing a feed at any time, and using it wrongly.</summary>
public sealed class FollowDisposalTests : FollowTestBase
{
    [Theory]
    [InlineData("connecting")]
    [InlineData("reading the history")]
    [InlineData("settling")]
    [InlineData("live")]
    [InlineData("waiting to reconnect")]
    public async Task Disposing_a_feed_that_is_moving_ends_the_move_with_an_explanation(string state)
    {
        var held = new TaskCompletionSource();
        var requests = new CountedSignal();
        var path = state switch { "connecting" => "/stream", "reading the history" => "/events", _ => null };
        var feed = Follow();
        var events = feed.GetAsyncEnumerator();
        if (state is "settling" or "live")
        {
            await Session.EmitAsync();
            await NextAsync(events);
        }

        while (state == "live" && Notices is not [.., SessionFollowCaughtUp])
        {
            await Session.EmitAsync();
            await NextAsync(events);
        }

        Session.Override = context =>
        {
            requests.Add();
            return state == "waiting to reconnect" ? Responses.Error(503)
                : path is not null && context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) ? Responses.After(held.Task, Responses.Error(500)) : null;
        };
        var moving = events.MoveNextAsync().AsTask();
        await (state switch
        {
            "connecting" => requests.ReachedAsync(1).Guarded(),
            "reading the history" => requests.ReachedAsync(2).Guarded(),
            "waiting to reconnect" => Clock.WaitForTimersAsync(1),
            "settling" => Clock.WaitForTimersAsync(1),
            _ => Task.CompletedTask,
        });

        await events.DisposeAsync().AsTask().Guarded();
        await events.DisposeAsync().AsTask().Guarded();

        var problem = await Should.ThrowAsync<InvalidOperationException>(() => moving.Guarded());
        problem.ShouldBeOfType<ObjectDisposedException>();
        problem.Message.ShouldContain("disposed while it waited for the next event");
        (await events.MoveNextAsync()).ShouldBeFalse();
        held.SetResult();
    }

    [Fact]
    public async Task A_disposed_feed_closes_its_connection()
    {
        var closed = new TaskCompletionSource();
        Session.Override = context =>
        {
            if (context.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal))
            {
                context.RequestAborted.Register(() => closed.TrySetResult());
            }

            return null;
        };
        var events = Follow().GetAsyncEnumerator();
        var moving = events.MoveNextAsync().AsTask();
        await Session.WaitForStreamsAsync(1);
        await events.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => moving.Guarded());
        await closed.Task.Guarded();
    }

    [Fact]
    public async Task The_position_does_not_include_the_event_that_was_not_delivered()
    {
        var feed = Follow();
        var events = feed.GetAsyncEnumerator();
        await Session.EmitAsync();
        await NextAsync(events);
        var moving = events.MoveNextAsync().AsTask();
        await events.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => moving.Guarded());
        await Session.EmitAsync();

        (await NextAsync(Read(Follow(feed.Position)))).Id.ShouldBe("sevt_0002");
    }

    [Fact]
    public async Task A_cancellation_is_reported_as_such_even_if_the_feed_is_disposed_then()
    {
        using var source = new CancellationTokenSource();
        var events = Follow(cancellationToken: source.Token).GetAsyncEnumerator();
        var moving = events.MoveNextAsync().AsTask();
        await Session.WaitForStreamsAsync(1);
        await source.CancelAsync();
        await events.DisposeAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => moving.Guarded())).CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public async Task A_second_move_while_one_is_pending_is_rejected()
    {
        var events = Read(Follow());
        var moving = events.MoveNextAsync().AsTask();

        (await Should.ThrowAsync<InvalidOperationException>(async () => await events.MoveNextAsync())).Message.ShouldContain("still pending");

        await Session.WaitForStreamsAsync(1);
        await Session.EmitAsync();
        (await AdvanceUntilAsync(moving)).ShouldBeTrue();
    }
}
