using Managed.Agents.Dreams;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Dreams;

public sealed class DreamRequestTests
{
    [Fact]
    public async Task A_dream_is_created_with_only_its_own_beta_value()
    {
        using var server = MockServer.Start(Responses.Json(
            """{"type":"dream","id":"drm_1","status":"failed","model":{"id":"claude-opus-5-5","speed":"standard"},"error":{"type":"new_error","message":"because"}}"""));
        using var client = Clients.To(server);

        var dream = await client.Dreams.CreateAsync(new()
        {
            Inputs = [new MemoryStoreDreamInput("memstore_1"), new SessionsDreamInput("sesn_1", "sesn_2")],
            Model = "claude-opus-5-5",
            OutputBehavior = new UpdateExistingStore("memstore_1"),
        }).Guarded();

        server.Request.Header("anthropic-beta").ShouldBe("dreaming-2026-04-21");
        server.Request.Body.ShouldBe(
            """{"inputs":[{"type":"memory_store","memory_store_id":"memstore_1"},{"type":"sessions","session_ids":["sesn_1","sesn_2"]}],"model":"claude-opus-5-5","output_behavior":{"type":"update_existing","memory_store_id":"memstore_1"}}""");
        dream.Model.Speed.ShouldBe(ModelSpeed.Standard);
        dream.Error.ShouldNotBeNull().Type.ShouldBe(new DreamErrorType("new_error"));
    }
}
