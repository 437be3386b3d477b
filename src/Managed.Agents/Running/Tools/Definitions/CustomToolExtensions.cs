using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Makes the tool definitions of an agent out of functions: the same objects that later run its calls.</summary>
public static class CustomToolExtensions
{
    /// <summary>The definition of a function as a custom tool.</summary>
    /// <param name="function">A function, with or without code: a method, a tool of an MCP client, a <see cref="ToolFunction"/>.</param>
    /// <returns>The definition, for <see cref="AgentCreateRequest.Tools"/>.</returns>
    /// <exception cref="ArgumentException">The name or the schema breaks a rule of the API; the message names the function, the rule and the way out.</exception>
    public static CustomTool ToCustomTool(this AIFunctionDeclaration function)
    {
        ArgumentNullException.ThrowIfNull(function);
        CustomToolRules.Check(function, nameof(function));
        return new CustomTool { Name = function.Name, Description = function.Description, InputSchema = CustomToolRules.SchemaOf(function) };
    }

    /// <summary>The definitions of several functions, in their order.</summary>
    /// <param name="functions">Functions with different names.</param>
    /// <returns>The definitions, for <see cref="AgentCreateRequest.Tools"/>.</returns>
    /// <exception cref="ArgumentException">A name or schema breaks a rule of the API, or a name comes twice; the message names the function, the rule and the way out.</exception>
    public static IReadOnlyList<CustomTool> ToCustomTools(this IEnumerable<AIFunctionDeclaration> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var tools = functions.Select(static function => function.ToCustomTool()).ToList();
        var twice = tools.GroupBy(static tool => tool.Name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1);
        return twice is null
            ? tools
            : throw new ArgumentException($"Two functions are named \"{twice.Key}\". The names of an agent's tools are unique; rename one of them.", nameof(functions));
    }
}
