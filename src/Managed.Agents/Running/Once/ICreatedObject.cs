namespace Managed.Agents;

/// <summary>An object of the API that stores the metadata of its create request.</summary>
internal interface ICreatedObject
{
    string Id { get; }

    Metadata Metadata { get; }

    DateTimeOffset CreatedAt { get; }
}
