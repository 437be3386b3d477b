using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http;

/// <summary>Invalid ids are rejected before a request is sent.</summary>
public sealed class ApiIdTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("../agents")]
    [InlineData("a..b")]
    [InlineData("a\\b")]
    [InlineData("a\r\nb")]
    [InlineData("a\0b")]
    [InlineData(";a")]
    public async Task An_id_that_is_not_a_single_path_segment_is_rejected_with_an_explanation(string id)
    {
        await using var server = await KestrelServer.StartAsync();
        using var client = Clients.To(server);

        foreach (var call in CallsWith(client, id))
        {
            var error = await Should.ThrowAsync<ArgumentException>(call);
            error.ParamName.ShouldNotBeNull().ShouldEndWith("Id");
            error.Message.ShouldContain(error.ParamName);
            error.Message.ShouldContain("the API returned");
            error.Message.ShouldNotContain("\r");
        }

        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_null_id_is_rejected_with_its_parameter_name()
    {
        using var client = Clients.To(new Uri("https://api.example"));

        foreach (var call in CallsWith(client, null!))
        {
            (await Should.ThrowAsync<ArgumentNullException>(call)).ParamName.ShouldNotBeNull().ShouldEndWith("Id");
        }
    }

    [Fact]
    public void A_very_long_id_is_truncated_in_the_message()
    {
        using var client = Clients.To(new Uri("https://api.example"));

        var error = Should.Throw<ArgumentException>(() => client.Agents.GetAsync(new string('x', 10_000) + "/"));

        error.Message.Length.ShouldBeLessThan(500);
    }

    private static IEnumerable<Func<Task>> CallsWith(ManagedAgentsClient client, string id) =>
    [
        async () => await client.Agents.GetAsync(id),
        async () => await client.Agents.ArchiveAsync(id),
        async () => await client.Environments.DeleteAsync(id),
        async () => await client.Sessions.Events.SendAsync(id, "Hello"),
        async () => await client.Sessions.Events.StreamAsync(id),
        async () => await client.Sessions.Threads.GetAsync("sesn_1", id),
        async () => await client.Sessions.Events.ListAsync(id).GetAsyncEnumerator().MoveNextAsync(),
    ];
}
