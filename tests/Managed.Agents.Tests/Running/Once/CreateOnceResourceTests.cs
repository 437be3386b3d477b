using System.Globalization;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>Every resource with metadata can be created once.</summary>
public sealed class CreateOnceResourceTests : EmulatorTest
{
    private readonly TestTimeProvider _clock = new();
    private ManagedAgentsClient _client = null!;
    private MarkedResource.Needs _needs = null!;

    public static TheoryData<string> Names => [.. MarkedResource.All.Keys];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, _clock);
        var session = await CreateSessionAsync();
        _needs = new(session.Agent.Id, session.EnvironmentId, (await Client.Vaults.CreateAsync(new() { DisplayName = "v" })).Id);
    }

    public override async Task DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public void Every_create_request_with_metadata_has_the_method() =>
        typeof(ManagedAgentsClient).Assembly.GetExportedTypes()
            .Where(static type => type.GetMethods().Any(static method => method.Name == "CreateAsync" && method.GetParameters().Any(static parameter => parameter.ParameterType.GetProperty("Metadata") is not null)))
            .Where(static type => type.GetMethod("CreateOnceAsync") is null)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_undisturbed_create_is_one_request(string name)
    {
        var before = Emulator.Requests.Count;

        var result = await MarkedResource.All[name].CreateOnce(_client, _needs, "mine").Guarded();

        (result.Outcome, result.Attempts, result.Marker).ShouldBe((OnceOutcome.Sent, 1, "mine"));
        result.Value.ShouldNotBeNull().Metadata[CreateMarker.Key].ShouldBe("mine");
        Emulator.Requests.Count.ShouldBe(before + 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lost_response_is_found_with_one_list_request_among_many_older_objects(string name)
    {
        var resource = MarkedResource.All[name];
        await CreateOthersAsync(resource, name == "credentials" ? 19 : 1000);
        Clock.Advance(TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromHours(1));
        Emulator.Faults.OnRequests(resource.Operation).Once().DropResponse();

        var result = await CreateOnceAsync(resource);

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Found, 1));
        var requests = Emulator.Requests.TakeLast(2).ToList();
        requests.Select(static request => request.Method).ShouldBe(["POST", "GET"]);
        var filter = string.Create(CultureInfo.InvariantCulture, $"created_at[gte]={_clock.GetUtcNow().AddSeconds(-10).AddDays(-1):yyyy-MM-ddTHH:mm:ss}");
        Uri.UnescapeDataString(requests[1].Query).Contains(filter, StringComparison.Ordinal).ShouldBe(resource.HasFilter, requests[1].Query);
        var marked = (await resource.List(Client, _needs)).Where(static one => one.Metadata.ContainsKey(CreateMarker.Key)).ShouldHaveSingleItem();
        (marked.Id, marked.Metadata[CreateMarker.Key]).ShouldBe((result.Value!.Id, result.Marker));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_create_that_had_no_effect_is_sent_again(string name)
    {
        var resource = MarkedResource.All[name];
        Emulator.Faults.OnRequests(resource.Operation).Once().Fail(500);

        var result = await CreateOnceAsync(resource);

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Sent, 2));
        (await resource.List(Client, _needs)).Count(static one => one.Metadata.ContainsKey(CreateMarker.Key)).ShouldBe(1);
    }

    private async Task<CreateOnceResult<ICreatedObject>> CreateOnceAsync(MarkedResource resource)
    {
        var creating = resource.CreateOnce(_client, _needs, null);
        await _clock.AdvanceUntilAsync(creating, TimeSpan.FromSeconds(10));
        return await creating;
    }

    private Task CreateOthersAsync(MarkedResource resource, int count) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) => await resource.Create(Client, _needs, number));
}
