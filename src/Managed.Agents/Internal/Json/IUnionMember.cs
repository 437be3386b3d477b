namespace Managed.Agents;

/// <summary>Marks the members of a union. Their <c>type</c> is read before the object and not again.</summary>
internal interface IUnionMember;

/// <summary>The member of a union that represents an unrecognized <c>type</c>.</summary>
internal interface IUnknownVariant
{
    UnknownVariant Raw { get; }
}
