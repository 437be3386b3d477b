using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Files;

public sealed class FileRequestTests
{
    private static readonly Exchange[] Exchanges =
    [
        new("GET /v1/files/file_1", static client => client.Files.GetAsync("file_1")),
        new("GET /v1/files", static client => client.Files.ListAsync().ReadAsync()) { Response = Lists.Empty },
        new("GET /v1/files?limit=7", static client => client.Files.ListAsync(new() { PageSize = 7 }).ReadAsync()) { Response = Lists.Empty },
        new("GET /v1/files?ids%5B%5D=file_1&ids%5B%5D=file_2", static client => client.Files.ListAsync(new() { Ids = ["file_1", "file_2"], PageSize = 7 }).ReadAsync()) { Response = Lists.Empty },
        new("GET /v1/files?scope_id=sesn_1", static client => client.Files.ListAsync(new() { ScopeId = "sesn_1" }).ReadAsync()) { Response = Lists.Empty, Beta = "managed-agents-2026-04-01" },
        new("DELETE /v1/files/file_1", static client => client.Files.DeleteAsync("file_1")),
    ];

    public static TheoryData<string> Names => Theories.Of(Exchanges.Select(static exchange => exchange.Request));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_call_sends_its_request(string request) => Exchanges.Single(exchange => exchange.Request == request).VerifyAsync();

    [Fact]
    public async Task Beta_fields_are_available_with_the_beta_value()
    {
        using var server = MockServer.Start(Responses.Json("""{"id":"file_1","filename":"a.txt","size_bytes":5000000000,"scope":{"type":"session","id":"sesn_1"}}"""));
        using var client = Clients.To(server);

        var file = await client.With(new() { Betas = ["managed-agents-2026-04-01"] }).Files.GetAsync("file_1").Guarded();

        file.Scope.ShouldBe(new FileScope { Id = "sesn_1" });
        (file.FileName, file.SizeBytes).ShouldBe(("a.txt", 5_000_000_000));
    }
}
