using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The resources that sessions and agents refer to: vaults, memory stores, files and skills.</summary>
internal sealed class AttachableResources : IDisposable
{
    private readonly BlobStore _blobs = new();
    private readonly FileStore _files;
    private readonly VaultStore _vaults;
    private readonly CredentialOperations _credentials;
    private readonly MemoryStoreOperations _memoryStores;
    private readonly MemoryOperations _memories;
    private readonly MemoryVersionOperations _memoryVersions;
    private readonly SkillStore _skills;
    private readonly SkillVersionOperations _skillVersions;

    public AttachableResources(EmulatorServices services, AgentsEmulatorOptions options)
    {
        var author = new JsonObject { ["type"] = "api_actor", ["api_key_id"] = services.NewId("apikey") };
        _files = new FileStore(_blobs, services, options);
        _vaults = new VaultStore(services);
        _credentials = new CredentialOperations(_vaults, services, options);
        _memoryStores = new MemoryStoreOperations(services);
        _memories = new MemoryOperations(_memoryStores, services, author);
        _memoryVersions = new MemoryVersionOperations(_memoryStores, services, author);
        _skills = new SkillStore(services);
        _skillVersions = new SkillVersionOperations(_skills);
        Forms = new FormRules(_blobs, options.MaxFileSize);
        Attachments = new SessionAttachments(_files, _memoryStores, _vaults, _skills);
    }

    public FormRules Forms { get; }

    public SessionAttachments Attachments { get; }

    public FileStore Files => _files;

    public MemoryOperations Memories => _memories;

    public MemoryStoreOperations MemoryStores => _memoryStores;

    public void AddTo(Dictionary<string, Func<ApiCall, JsonNode>> answers, Dictionary<string, Func<ApiCall, BinaryAnswer>> downloads)
    {
        answers["vaults.create"] = _vaults.Create;
        answers["vaults.retrieve"] = _vaults.Retrieve;
        answers["vaults.update"] = _vaults.Update;
        answers["vaults.list"] = _vaults.List;
        answers["vaults.delete"] = _vaults.Delete;
        answers["vaults.archive"] = _vaults.Archive;
        answers["vaults.credentials.create"] = _credentials.Create;
        answers["vaults.credentials.retrieve"] = _credentials.Retrieve;
        answers["vaults.credentials.update"] = _credentials.Update;
        answers["vaults.credentials.list"] = _credentials.List;
        answers["vaults.credentials.delete"] = _credentials.Delete;
        answers["vaults.credentials.archive"] = _credentials.Archive;
        answers["vaults.credentials.mcp_oauth_validate"] = _credentials.Validate;
        answers["memory_stores.create"] = _memoryStores.Create;
        answers["memory_stores.retrieve"] = _memoryStores.Retrieve;
        answers["memory_stores.update"] = _memoryStores.Update;
        answers["memory_stores.list"] = _memoryStores.List;
        answers["memory_stores.delete"] = _memoryStores.Delete;
        answers["memory_stores.archive"] = _memoryStores.Archive;
        answers["memory_stores.memories.create"] = _memories.Create;
        answers["memory_stores.memories.retrieve"] = _memories.Retrieve;
        answers["memory_stores.memories.update"] = _memories.Update;
        answers["memory_stores.memories.list"] = _memories.List;
        answers["memory_stores.memories.delete"] = _memories.Delete;
        answers["memory_stores.memory_versions.retrieve"] = _memoryVersions.Retrieve;
        answers["memory_stores.memory_versions.list"] = _memoryVersions.List;
        answers["memory_stores.memory_versions.redact"] = _memoryVersions.Redact;

        // Each of these operations exists as beta and as released.
        foreach (var surface in new[] { "", "ga." })
        {
            answers[$"{surface}files.upload"] = _files.Upload;
            answers[$"{surface}files.retrieve_metadata"] = _files.Retrieve;
            answers[$"{surface}files.list"] = _files.List;
            answers[$"{surface}files.delete"] = _files.Delete;
            downloads[$"{surface}files.download"] = _files.Download;
            answers[$"{surface}skills.create"] = _skills.Create;
            answers[$"{surface}skills.retrieve"] = _skills.Retrieve;
            answers[$"{surface}skills.list"] = _skills.List;
            answers[$"{surface}skills.delete"] = _skills.Delete;
            answers[$"{surface}skills.versions.create"] = _skillVersions.Create;
            answers[$"{surface}skills.versions.retrieve"] = _skillVersions.Retrieve;
            answers[$"{surface}skills.versions.list"] = _skillVersions.List;
            answers[$"{surface}skills.versions.delete"] = _skillVersions.Delete;
        }

        downloads["skills.versions.download"] = _skillVersions.Download;
    }

    public void Dispose() => _blobs.Dispose();
}
