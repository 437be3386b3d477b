namespace Managed.Agents;

/// <summary>Marks the members of a union. Their <c>type</c> is read before the object, so it is not read again with the other fields.</summary>
internal interface IUnionMember;

/// <summary>The member of a union that represents an unrecognized <c>type</c>.</summary>
internal interface IUnknownVariant
{
    UnknownVariant Raw { get; }
}
