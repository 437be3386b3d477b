namespace Managed.Agents.Emulator.Tests;

public sealed class VaultTests
{
    private const string Bearer = """{"auth":{"type":"static_bearer","mcp_server_url":"https://mcp.example.com","token":"t"}}""";

    [Fact]
    public async Task A_vault_is_created_retrieved_updated_and_deleted()
    {
        await using var api = await TestApi.StartAsync();

        var made = (await api.PostAsync("/v1/vaults", """{"display_name":"Alice","metadata":{"a":"1","b":"2"}}""")).ShouldSucceed();
        made.Id.ShouldStartWith("vlt_01");
        made["archived_at"].ShouldBeNull();

        var changed = (await api.PostAsync($"/v1/vaults/{made.Id}", """{"display_name":"Bob","metadata":{"a":null,"c":"3"}}""")).ShouldSucceed();
        changed.Text("display_name").ShouldBe("Bob");
        changed["metadata"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3"}""");

        var same = await api.PostAsync($"/v1/vaults/{made.Id}", """{"display_name":null,"metadata":null}""");
        same.Text("display_name").ShouldBe("Bob");
        same["metadata"]!.AsObject().Count.ShouldBe(2);

        var deleted = (await api.DeleteAsync($"/v1/vaults/{made.Id}")).ShouldSucceed();
        deleted.Text("type").ShouldBe("vault_deleted");
        (await api.GetAsync($"/v1/vaults/{made.Id}")).ShouldBeMissing();
    }

    [Theory]
    [InlineData("""{}""", "display_name")]
    [InlineData("""{"display_name":""}""", "display_name")]
    [InlineData("""{"display_name":null}""", "display_name")]
    [InlineData("""{"display_name":"a","name":"b"}""", "name: unknown field")]
    [InlineData("""{"display_name":"a","metadata":{"k":1}}""", "metadata.k")]
    public async Task An_invalid_vault_is_rejected(string body, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/vaults", body)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task Metadata_limits_apply_to_the_merged_metadata()
    {
        await using var api = await TestApi.StartAsync();
        var full = string.Join(',', Enumerable.Range(0, 16).Select(static i => $"\"k{i}\":\"v\""));
        var vault = await api.PostAsync("/v1/vaults", $$$"""{"display_name":"a","metadata":{{{{full}}}}}""");

        (await api.PostAsync($"/v1/vaults/{vault.Id}", """{"metadata":{"one":"more"}}""")).ShouldBeRefused("at most 16", "invalid_metadata");
        (await api.PostAsync($"/v1/vaults/{vault.Id}", """{"metadata":{"one":"more","k0":null}}""")).ShouldSucceed();
    }

    [Fact]
    public async Task Vaults_are_listed_newest_first_in_pages_without_archived_ones()
    {
        await using var api = await TestApi.StartAsync();
        List<string> ids = [];
        for (var i = 0; i < 4; i++)
        {
            ids.Insert(0, (await api.PostAsync("/v1/vaults", $$"""{"display_name":"{{i}}"}""")).Id);
        }

        await api.PostAsync($"/v1/vaults/{ids[1]}/archive");

        var first = await api.GetAsync("/v1/vaults?limit=2");
        first.Ids().ShouldBe([ids[0], ids[2]]);
        var rest = await api.GetAsync($"/v1/vaults?limit=2&page={first.NextPage}");
        rest.Ids().ShouldBe([ids[3]]);
        rest.NextPage.ShouldBeNull();
        (await api.GetAsync("/v1/vaults?include_archived=true")).Ids().ShouldBe(ids);
        (await api.GetAsync("/v1/vaults?limit=101")).ShouldBeRefused("limit");
        (await api.GetAsync("/v1/vaults?page=nonsense")).ShouldBeRefused("page");
        (await api.GetAsync("/v1/vaults?order=asc")).ShouldBeRefused("order");
    }

    [Fact]
    public async Task Archiving_a_vault_archives_its_credentials_and_makes_it_read_only()
    {
        await using var api = await TestApi.StartAsync();
        var vault = (await api.PostAsync("/v1/vaults", """{"display_name":"a"}""")).Id;
        var credential = (await api.PostAsync($"/v1/vaults/{vault}/credentials", Bearer)).Id;

        var archived = (await api.PostAsync($"/v1/vaults/{vault}/archive")).ShouldSucceed();

        archived["archived_at"].ShouldNotBeNull();
        (await api.PostAsync($"/v1/vaults/{vault}/archive")).Text("archived_at").ShouldBe(archived.Text("archived_at"));
        (await api.GetAsync($"/v1/vaults/{vault}/credentials/{credential}"))["archived_at"].ShouldNotBeNull();
        (await api.PostAsync($"/v1/vaults/{vault}", """{"display_name":"b"}""")).ShouldBeRefused("archived");
        (await api.PostAsync($"/v1/vaults/{vault}/credentials", Bearer)).ShouldBeRefused("archived");
        (await api.GetAsync($"/v1/vaults/{vault}")).ShouldSucceed();
    }

    [Fact]
    public async Task Missing_and_archived_vaults_cannot_be_used_by_a_session()
    {
        await using var api = await TestApi.StartAsync();
        var vault = (await api.PostAsync("/v1/vaults", """{"display_name":"a"}""")).Id;
        var running = await api.CreateSessionAsync(more: $$""","vault_ids":["{{vault}}"]""");
        await api.PostAsync($"/v1/vaults/{vault}/archive");
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();

        (await Create(vault)).ShouldBeRefused($"vault {vault} is archived");
        (await Create("vlt_none")).ShouldBeMissing();
        (await api.GetAsync($"/v1/sessions/{running}"))["vault_ids"]![0]!.GetValue<string>().ShouldBe(vault);

        Task<Answer> Create(string id) =>
            api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{environment}}","vault_ids":["{{id}}"]}""");
    }

    [Fact]
    public async Task Vaults_require_their_beta_value()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/vaults", beta: null)).ShouldBeMissing();
        (await api.GetAsync("/v1/vaults", beta: "vaults-2020-01-01")).ShouldBeRefused("vaults-2020-01-01");
    }
}
