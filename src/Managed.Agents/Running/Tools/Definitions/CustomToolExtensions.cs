using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Extension methods that create the tool definitions of an agent from functions. The same functions run the calls later.</summary>
public static class CustomToolExtensions
{
    /// <summary>Creates a custom tool definition from a function.</summary>
    /// <param name="function">A function or its declaration: a method, a tool of an MCP client, or a <see cref="ToolFunction"/>.</param>
    /// <returns>The definition, for <see cref="AgentCreateRequest.Tools"/>.</returns>
    /// <exception cref="ArgumentException">The name, the description or the schema is not valid for the API. The message names the function, the rule and the fix.</exception>
    public static CustomTool ToCustomTool(this AIFunctionDeclaration function)
    {
        ArgumentNullException.ThrowIfNull(function);
        CustomToolRules.Check(function, nameof(function));
        return new CustomTool { Name = function.Name, Description = function.Description, InputSchema = CustomToolRules.SchemaOf(function) };
    }

    /// <summary>Creates custom tool definitions from functions, in the same order.</summary>
    /// <param name="functions">The functions. Their names must be unique.</param>
    /// <returns>The definitions, for <see cref="AgentCreateRequest.Tools"/>.</returns>
    /// <exception cref="ArgumentException">A name, description or schema is not valid for the API, or two functions have the same name. The message names the function, the rule and the fix.</exception>
    public static IReadOnlyList<CustomTool> ToCustomTools(this IEnumerable<AIFunctionDeclaration> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var tools = functions.Select(static function => function.ToCustomTool()).ToList();
        var twice = tools.GroupBy(static tool => tool.Name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1);
        return twice is null
            ? tools
            : throw new ArgumentException($"Two functions are named \"{twice.Key}\". The tool names of an agent must be unique. Rename one of them.", nameof(functions));
    }
}
