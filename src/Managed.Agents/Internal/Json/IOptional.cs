namespace Managed.Agents;

/// <summary>Tells the serializer whether an <see cref="Optional{T}"/> or an <see cref="OptionalList{T}"/> is written.</summary>
internal interface IOptional
{
    bool IsSpecified { get; }
}
