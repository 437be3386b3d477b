namespace Managed.Agents.Emulator.Tests;

/// <summary>The wire names of the emulator's statuses.</summary>
public sealed class WireNameTests
{
    [Fact]
    public void Every_status_has_a_wire_name_of_the_contract()
    {
        ShouldBeKnown<SessionStatus>(WireNames.ToWireName, "BetaManagedAgentsSession.Status");
        ShouldBeKnown<SessionStatus>(WireNames.ToWireName, "BetaManagedAgentsSessionThreadStatus");
        ShouldBeKnown<WorkState>(WireNames.ToWireName, "BetaSelfHostedWork.State");
        ShouldBeKnown<DeploymentStatus>(WireNames.ToWireName, "BetaManagedAgentsDeploymentStatus");
        ShouldBeKnown<DreamStatus>(WireNames.ToWireName, "BetaDreamStatus");
        ShouldBeKnown<ModelLifecycle>(WireNames.ToWireName, "ModelInfo.Lifecycle");
        ShouldBeKnown<CredentialValidationStatus>(WireNames.ToWireName, "BetaManagedAgentsCredentialValidationStatus");
        ShouldBeKnown<CredentialRefreshStatus>(WireNames.ToWireName, "BetaManagedAgentsRefreshObject.Status");
    }

    private static void ShouldBeKnown<T>(Func<T, string> name, string contractType)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(name).ToList();

        names.ShouldBeUnique();
        names.ShouldBeSubsetOf(((EnumShape)ContractCatalog.Instance.Type(contractType)).Values);
    }
}
