namespace Managed.Agents.Emulator.Tests;

public sealed class DreamTests
{
    [Fact]
    public async Task A_new_dream_is_pending_with_all_fields()
    {
        await using var dreams = await DreamApi.StartAsync();

        var dream = (await dreams.CreateAsync(""","instructions":"Keep it short." """)).ShouldSucceed();

        dream.Id.ShouldStartWith("drm_01");
        dream.Text("type").ShouldBe("dream");
        dream.Text("status").ShouldBe("pending");
        dream.Text("instructions").ShouldBe("Keep it short.");
        dream.Text("model.id").ShouldBe("claude-opus-5-5");
        dream.Text("model.speed").ShouldBe("standard");
        dream.Text("output_behavior.type").ShouldBe("create_new");
        dream["outputs"]!.ToJsonString().ShouldBe("[]");
        dream["session_id"].ShouldBeNull();
        dream["ended_at"].ShouldBeNull();
        dream["error"].ShouldBeNull();
        dream["usage"]!.ToJsonString().ShouldBe("""{"input_tokens":0,"output_tokens":0,"cache_creation_input_tokens":0,"cache_read_input_tokens":0}""");
    }

    [Fact]
    public async Task The_sessions_of_a_dream_are_returned_sorted()
    {
        await using var dreams = await DreamApi.StartAsync();
        string[] sessions = [dreams.Session, await dreams.Api.CreateSessionAsync(), await dreams.Api.CreateSessionAsync()];
        var sorted = sessions.Order(StringComparer.Ordinal).ToList();

        var dream = (await dreams.CreateFromInputsAsync(
            $$"""[{"type":"sessions","session_ids":["{{sorted[2]}}","{{sorted[0]}}","{{sorted[1]}}"]},{"type":"memory_store","memory_store_id":"{{dreams.Store}}"}]""")).ShouldSucceed();

        var input = dream["inputs"]!.AsArray().Single(static input => input!["type"]!.GetValue<string>() == "sessions")!;
        input["session_ids"]!.AsArray().Select(static id => id!.GetValue<string>()).ShouldBe(sorted);
    }

    [Fact]
    public async Task A_dream_requires_one_store_and_one_list_of_sessions()
    {
        await using var dreams = await DreamApi.StartAsync();
        var store = $$"""{"type":"memory_store","memory_store_id":"{{dreams.Store}}"}""";
        var sessions = $$"""{"type":"sessions","session_ids":["{{dreams.Session}}"]}""";
        var many = string.Join(',', Enumerable.Range(0, 101).Select(static i => $"\"sesn_{i}\""));

        (await dreams.CreateFromInputsAsync($"[{store},{store}]")).ShouldBeRefused("exactly one memory_store");
        (await dreams.CreateFromInputsAsync($"[{sessions},{sessions}]")).ShouldBeRefused("exactly one memory_store");
        (await dreams.CreateFromInputsAsync($"[{store}]")).ShouldBeRefused("inputs");
        (await dreams.CreateFromInputsAsync($$"""[{{store}},{"type":"sessions","session_ids":[]}]""")).ShouldBeRefused("session_ids");
        (await dreams.CreateFromInputsAsync($$"""[{{store}},{"type":"sessions","session_ids":[{{many}}]}]""")).ShouldBeRefused("session_ids");
        (await dreams.CreateFromInputsAsync($$"""[{{store}},{"type":"sessions","session_ids":["{{dreams.Session}}","{{dreams.Session}}"]}]""")).ShouldBeRefused("session_ids");
    }

    [Fact]
    public async Task Missing_inputs_of_a_dream_are_rejected()
    {
        await using var dreams = await DreamApi.StartAsync();

        (await dreams.CreateAsync(store: "memstore_none")).ShouldBeMissing();
        (await dreams.CreateAsync(session: "sesn_none")).ShouldBeMissing();
        await dreams.Api.PostAsync($"/v1/memory_stores/{dreams.Store}/archive");
        (await dreams.CreateAsync()).ShouldBeRefused("archived");
    }

    [Fact]
    public async Task Invalid_models_speeds_and_instructions_are_rejected()
    {
        await using var dreams = await DreamApi.StartAsync();

        (await dreams.CreateAsync(model: """{"id":"claude-opus-5-5","speed":"fast"}""")).ShouldBeRefused("standard only");
        (await dreams.CreateAsync(model: "\"gpt\"")).ShouldBeRefused("unknown model");
        (await dreams.CreateAsync(""","instructions":"" """)).ShouldBeRefused("instructions");
        (await dreams.CreateAsync($$""","instructions":"{{new string('a', 4097)}}" """)).ShouldBeRefused("instructions");
        (await dreams.CreateAsync(""","output_behavior":{"type":"update_existing","memory_store_id":"memstore_other"}""")).ShouldBeRefused("must be the memory store of the inputs");
    }

    [Fact]
    public async Task A_second_dream_that_updates_the_same_store_is_rejected()
    {
        await using var dreams = await DreamApi.StartAsync();
        var first = (await dreams.UpdateStoreAsync()).ShouldSucceed();

        var second = await dreams.UpdateStoreAsync();

        second.ShouldFail(409, "conflict_error", first.Id);
        second.Headers.GetValues("x-should-retry").ShouldBe(["false"]);
        (await dreams.CreateAsync()).ShouldSucceed();
        await dreams.CancelAsync(first.Id);
        (await dreams.UpdateStoreAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task A_dream_can_be_canceled_before_it_ends_and_archived_afterwards()
    {
        await using var dreams = await DreamApi.StartAsync();
        var pending = (await dreams.CreateAsync()).Id;
        (await dreams.ArchiveAsync(pending)).ShouldBeRefused("pending");

        var canceled = (await dreams.CancelAsync(pending)).ShouldSucceed();

        canceled.Text("status").ShouldBe("canceled");
        canceled["ended_at"].ShouldNotBeNull();
        dreams.Advance(60);
        (await dreams.CancelAsync(pending)).Text("ended_at").ShouldBe(canceled.Text("ended_at"));
        var archived = (await dreams.ArchiveAsync(pending)).ShouldSucceed();
        dreams.Advance(60);
        (await dreams.ArchiveAsync(pending)).Text("archived_at").ShouldBe(archived.Text("archived_at"));
        (await dreams.GetAsync("drm_none")).ShouldBeMissing();
        (await dreams.CancelAsync("drm_none")).ShouldBeMissing();
    }

    [Fact]
    public async Task Dreams_are_listed_newest_first_with_filters_and_without_archived_ones()
    {
        await using var dreams = await DreamApi.StartAsync();
        var done = (await dreams.CreateAsync()).Id;
        dreams.Advance(10);
        var canceled = (await dreams.CreateAsync()).Id;
        await dreams.CancelAsync(canceled);
        var pending = (await dreams.CreateAsync()).Id;

        (await dreams.ListAsync()).Ids().ShouldBe([pending, canceled, done]);
        (await dreams.ListAsync("?statuses[]=completed&statuses[]=pending")).Ids().ShouldBe([pending, done]);
        (await dreams.ListAsync("?created_at[gt]=2026-11-21T09:00:05Z")).Ids().ShouldBe([pending, canceled]);
        var page = await dreams.ListAsync("?limit=2");
        (await dreams.ListAsync($"?limit=2&page={page.NextPage}")).Ids().ShouldBe([done]);
        await dreams.ArchiveAsync(done);
        (await dreams.ListAsync()).Ids().ShouldBe([pending, canceled]);
        (await dreams.ListAsync("?include_archived=true")).Ids().ShouldBe([pending, canceled, done]);
        (await dreams.ListAsync("?limit=101")).ShouldBeRefused("limit");
    }

    [Fact]
    public async Task Dreams_require_their_beta_value()
    {
        await using var dreams = await DreamApi.StartAsync();

        (await dreams.Api.GetAsync("/v1/dreams")).ShouldBeMissing();
    }
}
