using System.Reflection;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>How an operation's result reaches the caller.</summary>
internal enum ResultKind
{
    Single,
    Page,
    Stream,
    Binary,
}

/// <summary>An operation of the contract and the method that stands for it.</summary>
internal sealed class OperationBinding(ContractOperation operation, ClientMethod method)
{
    public ContractOperation Operation => operation;

    public ClientMethod Method => method;

    /// <summary>From the name of a parameter of the path to the method's.</summary>
    public Dictionary<string, ParameterInfo> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>From a query parameter to where it is set.</summary>
    public Dictionary<string, QueryPlace> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>From a header that the caller may set to the property: of <see cref="CallOptions"/>, or of the call's own options.</summary>
    public Dictionary<string, PropertyInfo> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameter with the options; null when there is none.</summary>
    public ParameterInfo? Options { get; set; }

    /// <summary>The parameter with the body, or with the one field of it.</summary>
    public ParameterInfo? Body { get; set; }

    /// <summary>The field of the body that the method takes; null when it takes all of it.</summary>
    public ContractField? BodyField { get; set; }

    /// <summary>The beta values that are the caller's to give, since the client sends the released form of the operation.</summary>
    public IReadOnlyList<string> CallerBetas { get; init; } = [];

    /// <summary>What a caller can set that this operation does not have.</summary>
    public IReadOnlyList<string> Left { get; set; } = [];

    public ResultKind Kind => operation.PageItem is not null ? ResultKind.Page : operation.Stream is not null ? ResultKind.Stream : operation.IsBinary ? ResultKind.Binary : ResultKind.Single;

    /// <summary>Our type of the answer, of an item or of an event.</summary>
    public required Type ResultType { get; init; }
}

/// <summary>Where a query parameter is set: a property of the options, a parameter of the method, or the cursor of the pages.</summary>
internal sealed record QueryPlace(PropertyInfo? Option, ParameterInfo? Parameter)
{
    public bool IsCursor => Option is null && Parameter is null;

    public Type Type => Option?.PropertyType ?? Parameter?.ParameterType ?? typeof(string);
}
