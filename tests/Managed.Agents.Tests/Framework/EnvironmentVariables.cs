using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Framework;

/// <summary>Tests that change environment variables of the process and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentVariables
{
    public const string Name = "Environment variables";
}

/// <summary>Sets the given variables, clears the other variables that the client reads, and restores all of them when disposed.</summary>
internal sealed class VariableScope : IDisposable
{
    private static readonly string[] Known = ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "ANTHROPIC_WEBHOOK_SIGNING_KEY"];

    private readonly Dictionary<string, string?> _before = Known.ToDictionary(static name => name, Environment.GetEnvironmentVariable);

    public VariableScope(params (string Name, string? Value)[] variables)
    {
        foreach (var name in Known)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        foreach (var (name, value) in variables)
        {
            Known.ShouldContain(name);
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
