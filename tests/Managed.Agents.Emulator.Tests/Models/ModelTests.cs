namespace Managed.Agents.Emulator.Tests;

public sealed class ModelTests
{
    [Fact]
    public async Task A_model_is_retrieved_by_its_id_with_or_without_the_date()
    {
        await using var api = await TestApi.StartAsync();

        var model = (await api.GetAsync("/v1/models/claude-opus-5-5", beta: null)).ShouldSucceed();

        model.Text("display_name").ShouldBe("Claude Opus 5.5");
        model.Text("line").ShouldBe("opus");
        model.Text("lifecycle").ShouldBe("active");
        model["deprecated_at"].ShouldBeNull();
        model.Body.At("capabilities.effort.max.supported")!.GetValue<bool>().ShouldBeTrue();
        model.Body.ContainsKey("allowed_fallback_models").ShouldBeFalse();
        (await api.GetAsync("/v1/models/claude-haiku-4-5", beta: null)).Id.ShouldBe("claude-haiku-4-5-20251001");
        (await api.GetAsync("/v1/models/claude-none", beta: null)).ShouldBeMissing();
    }

    [Fact]
    public async Task A_model_related_beta_value_selects_the_beta_format()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/models/claude-opus-5-5", "server-side-fallback-2026-07-01"))["allowed_fallback_models"]!.ToJsonString().ShouldBe("[]");
        (await api.GetAsync("/v1/models", "compact-2026-09-04")).Data[0].At("capabilities.compaction.supported")!.GetValue<bool>().ShouldBeTrue();
        (await api.GetAsync("/v1/models")).Data[0].ContainsKey("allowed_fallback_models").ShouldBeFalse();
    }

    [Fact]
    public async Task Retired_models_are_listed_only_on_request()
    {
        await using var api = await TestApi.StartAsync();

        var usual = (await api.GetAsync("/v1/models", beta: null)).ShouldSucceed();
        var retired = (await api.GetAsync("/v1/models?lifecycle[]=retired", beta: null)).ShouldSucceed();

        usual.Data.ShouldAllBe(static model => model["lifecycle"]!.GetValue<string>() == "active");
        retired.Ids().ShouldBe(["claude-3-opus-20240229"]);
        retired.Data[0].Text("display_name").ShouldBe("Claude Opus 3");
        retired.Data[0].Text("retires_at").ShouldBe("2026-01-05T00:00:00.000000Z");
        (await api.GetAsync("/v1/models?lifecycle[]=gone", beta: null)).ShouldBeRefused("lifecycle[]");
    }

    [Fact]
    public async Task Models_are_paged_forwards_and_backwards_by_id()
    {
        await using var api = await TestApi.StartAsync();
        var all = (await api.GetAsync("/v1/models?limit=1000", beta: null)).Ids().ToList();

        var first = await api.GetAsync("/v1/models?limit=3", beta: null);
        var second = await api.GetAsync($"/v1/models?limit=3&after_id={first.Text("last_id")}", beta: null);
        var back = await api.GetAsync($"/v1/models?limit=2&before_id={second.Text("first_id")}", beta: null);
        var last = await api.GetAsync($"/v1/models?after_id={all[^2]}", beta: null);

        first.Ids().ShouldBe(all[..3]);
        first["has_more"]!.GetValue<bool>().ShouldBeTrue();
        first.Text("first_id").ShouldBe(all[0]);
        second.Ids().ShouldBe(all[3..6]);
        back.Ids().ShouldBe(all[1..3]);
        back["has_more"]!.GetValue<bool>().ShouldBeTrue();
        last.Ids().ShouldBe([all[^1]]);
        last["has_more"]!.GetValue<bool>().ShouldBeFalse();
        (await api.GetAsync($"/v1/models?after_id={all[^1]}", beta: null)).Body.ToJsonString().ShouldBe("""{"data":[],"has_more":false,"first_id":null,"last_id":null}""");
        (await api.GetAsync("/v1/models?after_id=claude-none", beta: null)).ShouldBeRefused("after_id");
        (await api.GetAsync($"/v1/models?after_id={all[0]}&before_id={all[2]}", beta: null)).ShouldBeRefused("before_id");
    }
}
