using System.Text.Json;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The emulator can read every part of the contract.</summary>
public sealed class ContractCatalogTests
{
    [Fact]
    public void Every_type_and_every_operation_can_be_read()
    {
        using var stream = typeof(AgentsEmulator).Assembly.GetManifestResourceStream("managed-agents.json")!;
        using var document = JsonDocument.Parse(stream);
        var types = document.RootElement.GetProperty("types").EnumerateObject().Select(static type => type.Name).ToList();

        types.ShouldAllBe(name => ContractCatalog.Instance.Type(name).Expected.Length > 0);
        ContractCatalog.Instance.Operations.Count.ShouldBe(document.RootElement.GetProperty("operations").GetArrayLength());
    }

    [Fact]
    public void Every_discriminator_of_a_request_leads_to_a_type()
    {
        using var empty = JsonDocument.Parse("{}");
        foreach (var operation in ContractCatalog.Instance.Operations.Where(static operation => operation.Body is not null))
        {
            // Resolves the shape of the body. An empty object may be invalid for it.
            var error = Record.Exception(() => operation.Body!.Check(empty.RootElement, ContractPath.Body));
            (error is null or ApiError).ShouldBeTrue($"{operation.Id}: {error}");
        }
    }

    [Theory]
    [InlineData("2026-11-21T09:00:00Z", true)]
    [InlineData("2026-11-21T09:00:00.123456Z", true)]
    [InlineData("2026-11-21T09:00:00+01:00", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-21T09:00:00", false)]
    [InlineData("2026-13-21T09:00:00Z", false)]
    [InlineData("tomorrow at nine o'clock", false)]
    public void A_date_time_is_RFC_3339(string text, bool valid) => DateTimeShape.TryParse(text, out _).ShouldBe(valid);
}
