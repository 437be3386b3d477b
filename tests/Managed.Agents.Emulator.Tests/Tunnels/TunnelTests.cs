using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

public sealed class TunnelTests
{
    private const string Beta = "mcp-tunnels-2026-06-22";

    [Fact]
    public async Task A_tunnel_is_created_retrieved_listed_and_archived()
    {
        await using var api = await TestApi.StartAsync();
        var first = (await api.PostAsync("/v1/tunnels", """{"display_name":"Office"}""", Beta)).ShouldSucceed();
        var second = (await api.PostAsync("/v1/tunnels", "{}", Beta)).ShouldSucceed();

        first.Id.ShouldStartWith("tnl_01");
        first.Text("display_name").ShouldBe("Office");
        second["display_name"].ShouldBeNull();
        second.Text("domain").ShouldNotBe(first.Text("domain"));
        (await api.GetAsync($"/v1/tunnels/{first.Id}", Beta)).Text("domain").ShouldBe(first.Text("domain"));
        (await api.GetAsync("/v1/tunnels", Beta)).Ids().ShouldBe([second.Id, first.Id]);

        var archived = (await api.PostAsync($"/v1/tunnels/{first.Id}/archive", null, Beta)).ShouldSucceed();
        (await api.PostAsync($"/v1/tunnels/{first.Id}/archive", null, Beta)).Text("archived_at").ShouldBe(archived.Text("archived_at"));
        (await api.GetAsync("/v1/tunnels", Beta)).Ids().ShouldBe([second.Id]);
        (await api.GetAsync("/v1/tunnels?include_archived=true&limit=1", Beta)).NextPage.ShouldNotBeNull();
        (await api.GetAsync("/v1/tunnels/tnl_none", Beta)).ShouldBeMissing();
        (await api.GetAsync("/v1/tunnels")).ShouldBeMissing();
        (await api.PostAsync("/v1/tunnels", """{"display_name":""}""", Beta)).ShouldBeRefused("display_name");
    }

    [Fact]
    public async Task A_token_stays_the_same_until_it_is_rotated()
    {
        await using var api = await TestApi.StartAsync();
        var made = await api.PostAsync("/v1/tunnels", "{}", Beta);
        var tunnel = $"/v1/tunnels/{made.Id}";

        var first = (await api.PostAsync($"{tunnel}/reveal_token", null, Beta)).ShouldSucceed();
        var again = await api.PostAsync($"{tunnel}/reveal_token", null, Beta);
        var rotated = (await api.PostAsync($"{tunnel}/rotate_token", """{"reason":"leaked"}""", Beta)).ShouldSucceed();

        first.Text("type").ShouldBe("tunnel_token");
        again.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        rotated.Id.ShouldNotBe(first.Id);
        rotated.Text("tunnel_token").ShouldNotBe(first.Text("tunnel_token"));
        (await api.PostAsync($"{tunnel}/reveal_token", null, Beta)).Text("tunnel_token").ShouldBe(rotated.Text("tunnel_token"));
        (await api.GetAsync(tunnel, Beta)).Body.ToJsonString().ShouldNotContain(rotated.Text("tunnel_token")!);
        made.Body.ToJsonString().ShouldNotContain(first.Text("tunnel_token")!);
        await api.PostAsync($"{tunnel}/archive", null, Beta);
        (await api.PostAsync($"{tunnel}/reveal_token", null, Beta)).ShouldBeRefused("archived");
        (await api.PostAsync($"{tunnel}/rotate_token", "{}", Beta)).ShouldBeRefused("archived");
    }

    [Fact]
    public async Task A_certificate_has_a_fingerprint_and_an_expiry_and_a_tunnel_accepts_two()
    {
        await using var api = await TestApi.StartAsync();
        var tunnel = (await api.PostAsync("/v1/tunnels", "{}", Beta)).Id;
        var (pem, fingerprint, _) = Certificates.Make();

        var first = (await AddAsync(api, tunnel, pem)).ShouldSucceed();
        var second = (await AddAsync(api, tunnel, Certificates.Make().Pem)).ShouldSucceed();

        first.Id.ShouldStartWith("tcrt_01");
        first.Text("tunnel_id").ShouldBe(tunnel);
        first.Text("fingerprint").ShouldBe(fingerprint);
        first.Text("expires_at").ShouldBe("2030-01-01T00:00:00.000000Z");
        (await AddAsync(api, tunnel, Certificates.Make().Pem)).ShouldBeRefused("maximum of 2 active certificates");
        var path = $"/v1/tunnels/{tunnel}/certificates";
        (await api.GetAsync($"{path}/{first.Id}", Beta)).Text("fingerprint").ShouldBe(fingerprint);
        var archived = (await api.PostAsync($"{path}/{first.Id}/archive", null, Beta)).ShouldSucceed();
        (await api.PostAsync($"{path}/{first.Id}/archive", null, Beta)).Text("archived_at").ShouldBe(archived.Text("archived_at"));
        var third = (await AddAsync(api, tunnel, Certificates.Make().Pem)).ShouldSucceed();
        (await api.GetAsync(path, Beta)).Ids().ShouldBe([third.Id, second.Id]);
        (await api.GetAsync($"{path}?include_archived=true", Beta)).Ids().ShouldBe([third.Id, second.Id, first.Id]);
        (await api.GetAsync($"{path}/tcrt_none", Beta)).ShouldBeMissing();
        var other = (await api.PostAsync("/v1/tunnels", "{}", Beta)).Id;
        (await api.GetAsync($"/v1/tunnels/{other}/certificates/{first.Id}", Beta)).ShouldBeMissing();
    }

    [Fact]
    public async Task Archiving_a_tunnel_archives_its_certificates()
    {
        await using var api = await TestApi.StartAsync();
        var tunnel = (await api.PostAsync("/v1/tunnels", "{}", Beta)).Id;
        var certificate = (await AddAsync(api, tunnel, Certificates.Make().Pem)).Id;

        await api.PostAsync($"/v1/tunnels/{tunnel}/archive", null, Beta);

        (await api.GetAsync($"/v1/tunnels/{tunnel}/certificates/{certificate}", Beta))["archived_at"].ShouldNotBeNull();
        (await AddAsync(api, tunnel, Certificates.Make().Pem)).ShouldBeRefused("archived");
    }

    [Fact]
    public async Task Only_a_single_CA_certificate_without_a_private_key_is_accepted()
    {
        await using var api = await TestApi.StartAsync();
        var tunnel = (await api.PostAsync("/v1/tunnels", "{}", Beta)).Id;
        var (pem, _, key) = Certificates.Make();

        var refusedKey = await AddAsync(api, tunnel, pem + "\n" + key);
        refusedKey.ShouldBeRefused("private key");
        refusedKey.Message.ShouldNotContain(key[40..60]);
        (await AddAsync(api, tunnel, pem + "\n" + Certificates.Make().Pem)).ShouldBeRefused("exactly one");
        (await AddAsync(api, tunnel, "hello")).ShouldBeRefused("exactly one");
        (await AddAsync(api, tunnel, Certificates.Make(authority: false).Pem)).ShouldBeRefused("authority");
        (await AddAsync(api, tunnel, "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----")).ShouldBeRefused("not a valid");
        (await AddAsync(api, tunnel, new string('a', 8193))).ShouldBeRefused("8192");
    }

    private static Task<Answer> AddAsync(TestApi api, string tunnel, string pem) =>
        api.PostAsync($"/v1/tunnels/{tunnel}/certificates", new JsonObject { ["ca_certificate_pem"] = pem }.ToJsonString(), Beta);
}
