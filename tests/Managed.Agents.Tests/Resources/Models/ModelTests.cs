using System.Net;
using Managed.Agents.Models;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Models;

public sealed class ModelTests : EmulatorTest
{
    [Fact]
    public async Task Models_are_listed_page_by_page_and_read_by_id()
    {
        var all = await AllAsync(Client.Models.ListAsync());
        var inPages = await AllAsync(Client.Models.ListAsync(new() { PageSize = 4 }));

        inPages.ShouldBe(all);
        all.Count.ShouldBeGreaterThan(8);
        (await Client.Models.GetAsync(all[^1].Id)).ShouldBe(all[^1]);
        all[^1].Capabilities.ShouldNotBeNull().Effort.High.Supported.ShouldBeTrue();
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Models.GetAsync("claude-none"));
    }

    [Fact]
    public async Task Models_before_an_id_are_listed_backwards()
    {
        var all = (await AllAsync(Client.Models.ListAsync())).Select(static model => model.Id).ToList();

        var before = await AllAsync(Client.Models.ListAsync(new() { BeforeId = all[5], PageSize = 2 }));

        before.Select(static model => model.Id).ShouldBe(all[..5], ignoreOrder: true);
    }

    [Fact]
    public async Task Retired_models_and_beta_fields_are_returned_on_request()
    {
        var retired = (await AllAsync(Client.Models.ListAsync(new() { Lifecycle = [ModelLifecycle.Retired] }))).ShouldHaveSingleItem();
        var beta = await Client.With(new CallOptions { Betas = ["server-side-fallback-2026-07-01"] }).Models.GetAsync("claude-opus-5-5");

        (retired.Lifecycle, retired.Line).ShouldBe((ModelLifecycle.Retired, ModelLine.Opus));
        retired.RetiresAt.ShouldNotBeNull();
        beta.AllowedFallbackModels.IsSpecified.ShouldBeTrue();
    }
}
