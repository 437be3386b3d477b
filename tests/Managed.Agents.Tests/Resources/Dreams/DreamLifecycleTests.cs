using System.Net;
using Managed.Agents.Dreams;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Dreams;

public sealed class DreamLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_dream_is_pending_runs_completes_and_is_archived()
    {
        Emulator.OnDream().Write("/a.md", "tidy");
        var (store, session) = await InputsAsync();
        var dream = await CreateAsync(store, session);
        (dream.Status, dream.Model.Id, dream.EndedAt).ShouldBe((DreamStatus.Pending, "claude-opus-5-5", null));
        dream.OutputBehavior.ShouldBe(DreamOutputBehavior.CreateNew);

        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Client.Dreams.GetAsync(dream.Id)).Status.ShouldBe(DreamStatus.Running);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var completed = await Client.Dreams.GetAsync(dream.Id);

        (completed.Status, completed.EndedAt, completed.Error).ShouldBe((DreamStatus.Completed, Clock.GetUtcNow(), null));
        completed.SessionId.ShouldNotBeNull();
        var tree = await Client.MemoryStores.Memories.GetTreeAsync(completed.Outputs.ShouldHaveSingleItem().MemoryStoreId, view: MemoryView.Full);
        tree.AllMemories().ShouldHaveSingleItem().Content.ShouldBe("tidy");
        (await AllAsync(Client.Dreams.ListAsync(new() { Statuses = [DreamStatus.Completed] }))).ShouldBe([completed]);

        var archived = await Client.Dreams.ArchiveAsync(dream.Id);
        archived.ArchivedAt.ShouldBe(Clock.GetUtcNow());
        (await AllAsync(Client.Dreams.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Dreams.ListAsync(new() { IncludeArchived = true }))).ShouldBe([archived]);
    }

    [Fact]
    public async Task A_dream_can_be_canceled_until_it_ends()
    {
        var (store, session) = await InputsAsync();
        var canceled = await CreateAsync(store, session);
        var failed = await CreateAsync(store, session);

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Dreams.ArchiveAsync(canceled.Id));
        (await Client.Dreams.CancelAsync(canceled.Id)).Status.ShouldBe(DreamStatus.Canceled);
        await Client.Sessions.DeleteAsync(session);
        Clock.Advance(TimeSpan.FromSeconds(2));

        (await Client.Dreams.GetAsync(failed.Id)).Error.ShouldNotBeNull().Type.ShouldBe(DreamErrorType.InputSessionUnavailable);
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Dreams.CancelAsync(failed.Id));
    }

    [Fact]
    public async Task A_store_in_use_by_another_dream_is_a_conflict_and_is_not_retried()
    {
        var (store, session) = await InputsAsync();
        await CreateAsync(store, session, new UpdateExistingStore(store));
        var before = Emulator.Requests.Count;

        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.Conflict, () => CreateAsync(store, session, new UpdateExistingStore(store)));

        Emulator.Requests.Count.ShouldBe(before + 1);
    }

    private Task<Dream> CreateAsync(string store, string session, DreamOutputBehavior? behavior = null) => Client.Dreams.CreateAsync(new()
    {
        Inputs = [new MemoryStoreDreamInput(store), new SessionsDreamInput(session)],
        Model = "claude-opus-5-5",
        OutputBehavior = behavior,
    });

    private async Task<(string Store, string Session)> InputsAsync()
    {
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "Notes" });
        await Client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/a.md", Content = "untidy" });
        return (store.Id, (await CreateSessionAsync()).Id);
    }
}
