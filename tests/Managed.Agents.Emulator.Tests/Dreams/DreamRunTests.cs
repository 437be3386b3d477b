namespace Managed.Agents.Emulator.Tests;

/// <summary>The status changes of a dream over time.</summary>
public sealed class DreamRunTests
{
    [Fact]
    public async Task A_dream_creates_a_new_store_and_keeps_the_old_one()
    {
        await using var dreams = await DreamApi.StartAsync();
        dreams.Api.Emulator.OnDream().StartAfter(TimeSpan.FromSeconds(5)).RunFor(TimeSpan.FromSeconds(20)).Write("/a.md", "new").Write("/c/d.md", "more").Delete("/b.md");
        var dream = (await dreams.CreateAsync()).Id;

        dreams.Advance(4.9);
        (await dreams.GetAsync(dream)).Text("status").ShouldBe("pending");
        dreams.Advance(0.1);
        var running = await dreams.GetAsync(dream);
        dreams.Advance(20);
        var completed = await dreams.GetAsync(dream);

        running.Text("status").ShouldBe("running");
        running.Text("session_id").ShouldStartWith("sesn_");
        completed.Text("status").ShouldBe("completed");
        completed.Text("ended_at").ShouldBe("2026-11-21T09:00:25.000000Z");
        completed.Text("session_id").ShouldBe(running.Text("session_id"));
        completed["usage"]!["output_tokens"]!.GetValue<long>().ShouldBeGreaterThan(0);
        var output = completed["outputs"]!.AsArray().Single()!["memory_store_id"]!.GetValue<string>();
        output.ShouldNotBe(dreams.Store);
        (await dreams.MemoriesAsync(output)).ShouldBe(["/a.md: new", "/c/d.md: more"]);
        (await dreams.MemoriesAsync(dreams.Store)).ShouldBe(["/a.md: old", "/b.md: kept"]);
        (await dreams.CancelAsync(dream)).ShouldBeRefused("completed");
    }

    [Fact]
    public async Task A_dream_with_update_existing_updates_its_input_store()
    {
        await using var dreams = await DreamApi.StartAsync();
        dreams.Api.Emulator.OnDream().Write("/a.md", "new");
        var dream = (await dreams.UpdateStoreAsync()).Id;

        dreams.Advance(10);

        (await dreams.GetAsync(dream))["outputs"]!.AsArray().Single()!["memory_store_id"]!.GetValue<string>().ShouldBe(dreams.Store);
        (await dreams.MemoriesAsync(dreams.Store)).ShouldBe(["/a.md: new", "/b.md: kept"]);
        var versions = await dreams.Api.GetAsync($"/v1/memory_stores/{dreams.Store}/memory_versions");
        versions.Data[0].Text("created_by.session_id").ShouldBe((await dreams.GetAsync(dream)).Text("session_id"));
    }

    [Fact]
    public async Task A_dream_without_a_script_copies_the_store()
    {
        await using var dreams = await DreamApi.StartAsync();
        var dream = (await dreams.CreateAsync()).Id;

        dreams.Advance(2);

        var output = (await dreams.GetAsync(dream))["outputs"]!.AsArray().Single()!["memory_store_id"]!.GetValue<string>();
        (await dreams.MemoriesAsync(output)).ShouldBe(await dreams.MemoriesAsync(dreams.Store));
    }

    [Fact]
    public async Task A_canceled_running_dream_makes_no_further_changes()
    {
        await using var dreams = await DreamApi.StartAsync();
        dreams.Api.Emulator.OnDream().Write("/a.md", "new");
        var dream = (await dreams.UpdateStoreAsync()).Id;
        dreams.Advance(1);
        (await dreams.GetAsync(dream)).Text("status").ShouldBe("running");

        (await dreams.CancelAsync(dream)).Text("status").ShouldBe("canceled");

        dreams.Advance(60);
        (await dreams.GetAsync(dream)).Text("status").ShouldBe("canceled");
        (await dreams.MemoriesAsync(dreams.Store)).ShouldBe(["/a.md: old", "/b.md: kept"]);
    }

    [Fact]
    public async Task A_dream_fails_when_its_script_fails_or_cannot_be_applied()
    {
        await using var dreams = await DreamApi.StartAsync();
        dreams.Api.Emulator.OnDream().Fail("timeout", "It took too long.");
        var told = (await dreams.CreateAsync()).Id;
        dreams.Api.Emulator.OnDream().Write("no-path", "x");
        var unable = (await dreams.CreateAsync()).Id;
        dreams.Api.Emulator.OnDream().Delete("/none.md");
        var missing = (await dreams.CreateAsync()).Id;

        dreams.Advance(10);

        var failed = await dreams.GetAsync(told);
        failed.Text("status").ShouldBe("failed");
        failed["error"]!.ToJsonString().ShouldBe("""{"type":"timeout","message":"It took too long."}""");
        (await dreams.GetAsync(unable)).Text("error.type").ShouldBe("internal_error");
        (await dreams.GetAsync(missing)).Text("error.message")!.ShouldContain("/none.md");
        (await dreams.CancelAsync(told)).ShouldBeRefused("failed");
        (await dreams.ArchiveAsync(told)).ShouldSucceed();
    }

    [Fact]
    public async Task A_dream_whose_inputs_were_deleted_fails()
    {
        await using var dreams = await DreamApi.StartAsync();
        var other = await dreams.Api.CreateSessionAsync();
        var withoutSession = (await dreams.CreateAsync(session: other)).Id;
        var withoutStore = (await dreams.CreateAsync()).Id;
        await dreams.Api.DeleteAsync($"/v1/sessions/{other}");
        await dreams.Api.PostAsync($"/v1/memory_stores/{dreams.Store}/archive");

        dreams.Advance(10);

        (await dreams.GetAsync(withoutSession)).Text("error.type").ShouldBe("input_session_unavailable");
        var failed = await dreams.GetAsync(withoutStore);
        failed.Text("error.type").ShouldBe("input_memory_store_unavailable");
        failed["outputs"]!.ToJsonString().ShouldBe("[]");
    }
}
