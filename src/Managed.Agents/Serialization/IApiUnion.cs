using System.ComponentModel;

namespace Managed.Agents.Serialization;

/// <summary>A family of objects told apart by their <c>type</c> field. Used by the serializer.</summary>
/// <typeparam name="TSelf">The base of the family.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiUnion<TSelf>
    where TSelf : ApiObject, IApiUnion<TSelf>
{
    /// <summary>The kinds of the family.</summary>
    static abstract UnionVariants<TSelf> Variants { get; }
}
