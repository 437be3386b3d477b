using System.Reflection;
using System.Runtime.Versioning;
using Managed.Agents.AspNetCore;
using Managed.Agents.Emulator;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests;

/// <summary>Checks that this project tests the .NET 8 assemblies, and that .ci/run runs it on the .NET 8 runtime.</summary>
public sealed class RuntimeTests
{
    public static TheoryData<Type> Packages { get; } = [typeof(ManagedAgentsClient), typeof(WebhookContext), typeof(AgentsEmulator)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_tested_assembly_is_built_for_net8(Type type) =>
        type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>().ShouldNotBeNull().FrameworkName.ShouldBe(".NETCoreApp,Version=v8.0");

    [Fact]
    public void The_runtime_is_the_required_one()
    {
        if (Environment.GetEnvironmentVariable("MANAGED_AGENTS_NET8_RUNTIME") == "1")
        {
            Environment.Version.Major.ShouldBe(8);
        }
    }
}
