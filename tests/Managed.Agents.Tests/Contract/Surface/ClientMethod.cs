using System.Reflection;

namespace Managed.Agents.Tests.Contract;

/// <summary>A public method of a client, with the properties that lead to it from <see cref="ManagedAgentsClient"/>.</summary>
internal sealed class ClientMethod(IReadOnlyList<PropertyInfo> path, MethodInfo method)
{
    public MethodInfo Method => method;

    /// <summary>The path and the name, for example <c>Sessions.Events.ListAsync</c>.</summary>
    public string Name { get; } = string.Join('.', path.Select(static property => property.Name).Append(method.Name));

    /// <summary>The name with the parameters, which distinguishes overloads.</summary>
    public string FullName => $"{Name}({string.Join(", ", Parameters.Select(static parameter => parameter.Name))})";

    /// <summary>The parameters, without the cancellation token and the <c>this</c> parameter of an extension method.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; } =
        [.. method.GetParameters().Skip(method.IsStatic ? 1 : 0).Where(static parameter => parameter.ParameterType != typeof(CancellationToken))];

    /// <summary>Calls the method.</summary>
    public object? Call(ManagedAgentsClient client, Func<ParameterInfo, object?> argument)
    {
        var target = path.Aggregate((object)client, static (owner, property) => property.GetValue(owner)!);
        var arguments = method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : method.IsStatic && parameter.Position == 0 ? target
            : argument(parameter));
        return method.Invoke(method.IsStatic ? null : target, [.. arguments]);
    }
}
