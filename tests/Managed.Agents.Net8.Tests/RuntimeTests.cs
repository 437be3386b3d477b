using System.Reflection;
using System.Runtime.Versioning;
using Managed.Agents.AspNetCore;
using Managed.Agents.Emulator;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests;

/// <summary>This project tests the assemblies for .NET 8, in .ci/run on .NET 8.</summary>
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
