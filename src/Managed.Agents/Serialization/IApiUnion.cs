using System.ComponentModel;

namespace Managed.Agents.Serialization;

/// <summary>A union: types that are distinguished by their <c>type</c> field. Used by the serializer.</summary>
/// <typeparam name="TSelf">The base type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiUnion<TSelf>
    where TSelf : ApiObject, IApiUnion<TSelf>
{
    /// <summary>The variants of the union.</summary>
    static abstract UnionVariants<TSelf> Variants { get; }
}
