namespace Managed.Agents;

/// <summary>Marks the objects of a union: their <c>type</c> has been read before they are, so it is not read again.</summary>
internal interface IUnionMember;

/// <summary>The kind of a union that stands for all kinds this version does not know.</summary>
internal interface IUnknownVariant
{
    UnknownVariant Raw { get; }
}
