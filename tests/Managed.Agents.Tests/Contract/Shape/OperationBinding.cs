using System.Reflection;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>How a method returns the result of an operation.</summary>
internal enum ResultKind
{
    Single,
    Page,
    Stream,
    Binary,
}

/// <summary>An operation of the contract and its client method.</summary>
internal sealed class OperationBinding(ContractOperation operation, ClientMethod method)
{
    public ContractOperation Operation => operation;

    public ClientMethod Method => method;

    /// <summary>The method parameter for each path parameter.</summary>
    public Dictionary<string, ParameterInfo> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each query parameter is set.</summary>
    public Dictionary<string, QueryPlace> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>The property for each header that the caller may set: of <see cref="CallOptions"/>, or of the options of the call.</summary>
    public Dictionary<string, PropertyInfo> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameter with the options; null for none.</summary>
    public ParameterInfo? Options { get; set; }

    /// <summary>The parameter with the body, or with its only field.</summary>
    public ParameterInfo? Body { get; set; }

    /// <summary>The field of the body that the method takes; null for the whole body.</summary>
    public ContractField? BodyField { get; set; }

    /// <summary>The beta values that the caller must add, because the client sends the released form of the operation.</summary>
    public IReadOnlyList<string> CallerBetas { get; init; } = [];

    /// <summary>The things that a caller can set although the operation does not have them.</summary>
    public IReadOnlyList<string> Left { get; set; } = [];

    public ResultKind Kind => operation.PageItem is not null ? ResultKind.Page : operation.Stream is not null ? ResultKind.Stream : operation.IsBinary ? ResultKind.Binary : ResultKind.Single;

    /// <summary>The client type of the response, of an item or of an event.</summary>
    public required Type ResultType { get; init; }
}

/// <summary>Where a query parameter is set: a property of the options, a parameter of the method, or the cursor of the pages.</summary>
internal sealed record QueryPlace(PropertyInfo? Option, ParameterInfo? Parameter)
{
    public bool IsCursor => Option is null && Parameter is null;

    public Type Type => Option?.PropertyType ?? Parameter?.ParameterType ?? typeof(string);
}
