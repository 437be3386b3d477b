namespace Managed.Agents;

/// <summary>What <see cref="Optional{T}"/> and <see cref="OptionalList{T}"/> share: whether they are written at all.</summary>
internal interface IOptional
{
    bool IsSpecified { get; }
}
